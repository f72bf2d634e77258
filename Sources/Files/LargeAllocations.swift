import CLinux

/// How the C library gets memory for large arrays.
public enum LargeAllocations {
    /// From now on each array of a megabyte or more has pages of its own, which go back to the system with it.
    ///
    /// Left alone, glibc raises that size to the largest one that was freed, up to 32 megabytes (mallopt(3)): then buffers
    /// of sixteen megabytes, freed again and again, leave holes that nothing else fits into, and a run over a million
    /// articles takes 30 megabytes more than it holds.
    public static func returnToSystem() { _ = mallopt(mmap_threshold, 1 << 20) }
}
