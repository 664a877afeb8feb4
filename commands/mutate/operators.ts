import ts from 'typescript';

/** One way to spoil a node: the text that stands in its place, or null where the statement is left out. */
export interface Fault {
  /** What is changed, for people: `< becomes <=`. */
  what: string;
  text: string | null;
}

const K = ts.SyntaxKind;

/** What each operator of two operands becomes. */
const BINARY = new Map<ts.SyntaxKind, string[]>([
  [K.PlusToken, ['-']],
  [K.MinusToken, ['+']],
  [K.AsteriskToken, ['/']],
  [K.SlashToken, ['*']],
  [K.PercentToken, ['*']],
  [K.AsteriskAsteriskToken, ['*']],
  [K.LessThanToken, ['<=', '>=']],
  [K.LessThanEqualsToken, ['<', '>']],
  [K.GreaterThanToken, ['>=', '<=']],
  [K.GreaterThanEqualsToken, ['>', '<']],
  [K.EqualsEqualsEqualsToken, ['!==']],
  [K.ExclamationEqualsEqualsToken, ['===']],
  [K.AmpersandAmpersandToken, ['||']],
  [K.BarBarToken, ['&&']],
  [K.QuestionQuestionToken, ['&&']],
  [K.AmpersandToken, ['|']],
  [K.BarToken, ['&']],
  [K.CaretToken, ['&']],
  [K.LessThanLessThanToken, ['>>']],
  [K.GreaterThanGreaterThanToken, ['<<']],
  [K.GreaterThanGreaterThanGreaterThanToken, ['<<']],
  [K.PlusEqualsToken, ['-=']],
  [K.MinusEqualsToken, ['+=']],
  [K.AsteriskEqualsToken, ['/=']],
  [K.SlashEqualsToken, ['*=']],
  [K.BarEqualsToken, ['&=']],
  [K.AmpersandEqualsToken, ['|=']],
  [K.QuestionQuestionEqualsToken, ['=']],
]);

/** Methods that have an opposite or a near relation. */
const METHODS = new Map([
  ['min', 'max'],
  ['max', 'min'],
  ['floor', 'ceil'],
  ['ceil', 'floor'],
  ['round', 'floor'],
  ['trunc', 'ceil'],
  ['some', 'every'],
  ['every', 'some'],
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
  ['indexOf', 'lastIndexOf'],
  ['findLast', 'find'],
]);

/** Methods whose call may be left out: the list itself stays. */
const LEFT_OUT = new Set(['filter', 'slice', 'sort', 'toSorted', 'reverse', 'toReversed', 'trim']);

/** Functions to which the order of their arguments is all the same. */
const COMMUTATIVE = new Set(['Math.max', 'Math.min', 'Math.hypot', 'Math.imul']);

/** The faults that can be set at this node alone (its children have their own). */
export function faultsOf(node: ts.Node): Fault[] {
  if (ts.isBinaryExpression(node)) return binary(node);
  if (ts.isPrefixUnaryExpression(node)) return prefix(node);
  if (ts.isPostfixUnaryExpression(node)) return [step(node, node.operator, false)];
  if (ts.isNumericLiteral(node)) return number(node);
  if (node.kind === K.TrueKeyword) return [{ what: 'true becomes false', text: 'false' }];
  if (node.kind === K.FalseKeyword) return [{ what: 'false becomes true', text: 'true' }];
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return words(node);
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return call(node);
  if (ts.isConditionalExpression(node)) {
    const [yes, no] = [node.whenTrue.getText(), node.whenFalse.getText()];
    const text = `(${node.condition.getText()}) ? (${no}) : (${yes})`;
    return [{ what: 'the branches change places', text }];
  }
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements.length > 0 ? [{ what: 'the list is empty', text: '[]' }] : [];
  }
  return condition(node) ?? statement(node);
}

function binary(node: ts.BinaryExpression): Fault[] {
  const { left, right, operatorToken } = node;
  const assigns = operatorToken.getText().endsWith('=') && !/[!<>=]=/.test(operatorToken.getText());
  const side = (operand: ts.Expression) =>
    assigns && operand === left ? operand.getText() : `(${operand.getText()})`;
  return (BINARY.get(operatorToken.kind) ?? []).map((other) => ({
    what: `${operatorToken.getText()} becomes ${other}`,
    text: `${side(left)} ${other} ${side(right)}`,
  }));
}

function prefix(node: ts.PrefixUnaryExpression): Fault[] {
  const operand = node.operand.getText();
  switch (node.operator) {
    case K.MinusToken:
      return [{ what: 'the minus is left out', text: `(${operand})` }];
    case K.ExclamationToken:
      return [{ what: 'the ! is left out', text: `(${operand})` }];
    case K.PlusPlusToken:
    case K.MinusMinusToken:
      return [step(node, node.operator, true)];
    default:
      return [];
  }
}

function step(
  { operand }: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression,
  operator: ts.SyntaxKind,
  before: boolean,
): Fault {
  const [old, other] = operator === K.PlusPlusToken ? ['++', '--'] : ['--', '++'];
  const text = before ? `${other}${operand.getText()}` : `${operand.getText()}${other}`;
  return { what: `${old} becomes ${other}`, text };
}

function number(node: ts.NumericLiteral): Fault[] {
  const other = Number(node.text) === 1 ? 0 : Number(node.text) + 1;
  return [{ what: `${node.getText()} becomes ${other}`, text: String(other) }];
}

/** Words of a message that is thrown are for people: what guards them is that it is thrown. */
function words(node: ts.StringLiteralLike | ts.TemplateExpression): Fault[] {
  if (ts.isStringLiteralLike(node) && node.text === '') return [];
  if (ts.isTaggedTemplateExpression(node.parent)) return [];
  const holder = ts.findAncestor(
    node,
    (above) => ts.isThrowStatement(above) || ts.isFunctionLike(above),
  );
  if (holder && ts.isThrowStatement(holder)) return [];
  return [{ what: 'the words are empty', text: "''" }];
}

function call(node: ts.CallExpression | ts.NewExpression): Fault[] {
  const faults: Fault[] = [];
  const given = node.arguments;
  if (!given) return [];
  const list = given.map((argument) => argument.getText());
  const ordered = !COMMUTATIVE.has(node.expression.getText());
  for (let i = 0; ordered && i + 1 < given.length; i++) {
    const pair = [given[i], given[i + 1]];
    if (pair.some((one) => ts.isSpreadElement(one) || ts.isFunctionLike(one))) continue;
    if (list[i] === list[i + 1] || ts.isThrowStatement(node.parent)) continue;
    const swapped = [...list];
    [swapped[i], swapped[i + 1]] = [list[i + 1], list[i]];
    const head = node.getText().slice(0, given.pos - node.getStart());
    const what = `arguments ${i + 1} and ${i + 2} change places`;
    faults.push({ what, text: `${head}${swapped.join(', ')})` });
  }
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { expression: owner, name } = node.expression;
    const method = name.text;
    const other = METHODS.get(method);
    const rest = node.getText().slice(name.end - node.getStart());
    if (other) {
      const text = `${owner.getText()}.${other}${rest}`;
      faults.push({ what: `.${method} becomes .${other}`, text });
    }
    if (LEFT_OUT.has(method))
      faults.push({ what: `.${method}() is left out`, text: `(${owner.getText()})` });
  }
  return faults;
}

/** The whole condition of an if or a loop, turned round; comparisons have their own faults. */
function condition(node: ts.Node): Fault[] | undefined {
  const { parent } = node;
  const asked =
    (ts.isIfStatement(parent) && parent.expression === node) ||
    (ts.isWhileStatement(parent) && parent.expression === node);
  if (!asked || !ts.isExpression(node)) return undefined;
  return [{ what: 'the condition is turned round', text: `!(${node.getText()})` }];
}

function statement(node: ts.Node): Fault[] {
  if (ts.isExpressionStatement(node)) {
    const { expression } = node;
    const constructs =
      ts.isCallExpression(expression) && expression.expression.kind === K.SuperKeyword;
    if (constructs || ts.isStringLiteral(expression)) return [];
    return [{ what: 'the statement is left out', text: null }];
  }
  if (ts.isThrowStatement(node)) return [{ what: 'nothing is thrown', text: null }];
  if (ts.isContinueStatement(node) || ts.isBreakStatement(node)) {
    return ts.findAncestor(node, ts.isSwitchStatement)
      ? []
      : [{ what: `${node.getText()} is left out`, text: null }];
  }
  if (ts.isReturnStatement(node)) {
    const inLoopOrIf = ts.isIfStatement(node.parent) || node.parent.parent?.kind === K.IfStatement;
    if (inLoopOrIf) return [{ what: 'the early return is left out', text: null }];
  }
  return [];
}
