import Staging

/// Who tells a person, or a log, how a run goes.
protocol Reporter {
    /// A stage begins; `total` records are expected, 0 where nobody knows.
    func began(_ stage: String, total: Int)
    /// So many records are done or in hand, of which `settled` were done before this run.
    func advanced(to records: Int, settled: Int)
    func ended(_ report: StageReport)
}
