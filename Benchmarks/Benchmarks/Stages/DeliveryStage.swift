import Benchmark
import Delivery
import TriggerModel

/// Alerts to durable files, and a morning to text, HTML and mail.
enum DeliveryStage {
    private static let batch = 100

    static func register() {
        let bytes = AlertEvent.encode(InventedMorning.alert(1))
        measure("deliver: single files") { writer, names in
            for name in names {
                try writer.stage(OutgoingFile(name: name, bytes: bytes))
                try writer.publish(name)
            }
        }
        measure("deliver: files in batches of \(batch)") { writer, names in
            let staged = writer.stage(names.map { OutgoingFile(name: $0, bytes: bytes) })
            if let failure = writer.publish(staged.done).failures.first ?? staged.failures.first { throw failure }
        }
        Benchmark("digest: render 12 rows and compose the mail", configuration: .stage("digest")) {
            benchmark, renderer in
            let model = InventedMorning.digest
            try benchmark.pass(Work(unit: "digest", count: 10)) {
                let from = try MailAddress("whynow@seller.example")
                let to = try MailAddress("dana@seller.example")
                for _ in 0..<10 {
                    let digest = renderer.render(model)
                    blackHole(MailComposer.compose(Mail(from: from, to: to, digest: digest, date: model.builtAt)))
                }
            }
        } setup: {
            DigestRenderer(templatesDirectory: ShippedConfig.directory + "/templates")
        }
    }

    private static func measure(_ name: String, _ deliver: @escaping (MaildirWriter, [String]) throws -> Void) {
        var written = 0
        Benchmark(name, configuration: .stage("file")) { benchmark, writer in
            let names = (written..<written + batch).map { ContentHash.hex("\($0)") + ".json" }
            written += batch
            try benchmark.pass(Work(unit: "file", count: batch)) { try deliver(writer, names) }
        } setup: {
            let writer = MaildirWriter.queue(at: try ScratchFolder.make("files") + "/queue")
            try writer.prepare()
            return writer
        } teardown: {
            try ScratchFolder.remove()
        }
    }
}
