#include "CSpaCyKernels.h"

#include <math.h>
#include <string.h>

// A fused and an unfused sum differ: only what is written as fused is to be fused.
#pragma STDC FP_CONTRACT OFF

typedef float lanes __attribute__((ext_vector_type(16)));

#define JOIN2(a, b) a##b
#define JOIN(a, b) JOIN2(a, b)

#define NAME(f) JOIN(f, _portable)
#define TARGET
#define ROWS 2
#include "kernels.inc"
#undef NAME
#undef TARGET
#undef ROWS

#if defined(__x86_64__)

#define NAME(f) JOIN(f, _fma256)
#define TARGET __attribute__((target("avx2,fma")))
#define ROWS 2
#include "kernels.inc"
#undef NAME
#undef TARGET
#undef ROWS

#define NAME(f) JOIN(f, _fma512)
#define TARGET __attribute__((target("avx512f,avx512vl,avx512bw,avx512dq,fma")))
#define ROWS 6
#include "kernels.inc"
#undef NAME
#undef TARGET
#undef ROWS

spacy_cpu spacy_cpu_best(void) {
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("fma"))
        return SPACY_CPU_FMA512;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return SPACY_CPU_FMA256;
    return SPACY_CPU_PORTABLE;
}

#define DISPATCH(call, ...)                                        \
    switch (cpu) {                                                 \
    case SPACY_CPU_FMA512: call##_fma512(__VA_ARGS__); break;      \
    case SPACY_CPU_FMA256: call##_fma256(__VA_ARGS__); break;      \
    case SPACY_CPU_PORTABLE: call##_portable(__VA_ARGS__); break;  \
    }

#else

spacy_cpu spacy_cpu_best(void) { return SPACY_CPU_PORTABLE; }

#define DISPATCH(call, ...) \
    (void)cpu;              \
    call##_portable(__VA_ARGS__);

#endif

void spacy_affine(spacy_cpu cpu, const float *x, size_t x_stride, size_t rows, size_t inputs, const float *weights,
                  const float *bias, size_t panels, float *y, size_t y_stride) {
    DISPATCH(affine, x, x_stride, rows, inputs, weights, bias, panels, y, y_stride)
}

void spacy_maxout(spacy_cpu cpu, const float *x, size_t x_stride, size_t rows, size_t inputs, const float *weights,
                  const float *bias, size_t blocks, size_t pieces, float *y, size_t y_stride) {
    DISPATCH(maxout, x, x_stride, rows, inputs, weights, bias, blocks, pieces, y, y_stride)
}

void spacy_maxout_sum(spacy_cpu cpu, const float *products, size_t stride, const int32_t *slots, size_t rows,
                      const float *bias, size_t blocks, size_t pieces, float *y, size_t y_stride) {
    DISPATCH(maxout_sum, products, stride, slots, rows, bias, blocks, pieces, y, y_stride)
}

void spacy_normalize(spacy_cpu cpu, float *y, size_t y_stride, size_t rows, size_t width, const float *gain,
                     const float *shift, const float *residual, size_t residual_stride) {
    DISPATCH(normalize, y, y_stride, rows, width, gain, shift, residual, residual_stride)
}

void spacy_hidden(spacy_cpu cpu, const float *const *features, size_t count, const float *bias, size_t width,
                  size_t pieces, float *y) {
    DISPATCH(hidden, features, count, bias, width, pieces, y)
}
