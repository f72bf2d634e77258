import Glibc

/// The machine's processors.
enum Processor {
    static var count: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
