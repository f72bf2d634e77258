@main struct PipelineFetch {
    static func main() {}
}
