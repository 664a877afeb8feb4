import type { APIRoute, GetStaticPaths } from 'astro';
import { packedPng } from '#lib/png/packed.ts';
import { LAB_PICTURES } from '../../lab-pictures.ts';
import { LABS, type LabName } from '../../labs.ts';

/** The pictures of the labs. */
export const getStaticPaths = (() =>
  LABS.map(({ name }) => ({ params: { name }, props: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ name: LabName }> = ({ props: { name } }) => {
  const { pixels, width, height } = LAB_PICTURES[name]();
  return new Response(packedPng(pixels, width, height), {
    headers: { 'Content-Type': 'image/png' },
  });
};
