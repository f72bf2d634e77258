// What glibc (since 2.28) has but shows only to programs that define _GNU_SOURCE: renameat2(2).
int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);

// linux/fs.h: exchange two paths atomically.
static const unsigned int rename_exchange = 2;

// malloc.h, which glibc's Swift module leaves out: from which size on an allocation has a mapping of its own.
int mallopt(int parameter, int value);
static const int mmap_threshold = -3;
