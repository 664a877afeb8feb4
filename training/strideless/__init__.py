"""Strideless training: detectors from the same YAML files, and the same tensor names, as the browser's engine."""
