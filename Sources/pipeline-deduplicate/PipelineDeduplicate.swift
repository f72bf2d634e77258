@main struct PipelineDeduplicate {
    static func main() {}
}
