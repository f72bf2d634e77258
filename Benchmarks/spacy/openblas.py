#!/usr/bin/env python3
"""GFLOP a CPU second of (n x 288)(288 x 288) in float32 by NumPy's OpenBLAS, one thread, as `benchmark-spacy kernels`."""
import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"
import time

import numpy

w = numpy.full((288, 288), 0.25, numpy.float32)
for n in (16, 64, 256, 1024):
    x = (numpy.arange(n * 288, dtype=numpy.float32) % 7).reshape(n, 288)
    y = numpy.zeros((n, 288), numpy.float32)
    runs, start = 0, time.process_time()
    while time.process_time() - start < 0.5:
        for _ in range(20):
            numpy.matmul(x, w, out=y)
        runs += 20
    print(n, round(2e-9 * n * 288 * 288 * runs / (time.process_time() - start), 1))
