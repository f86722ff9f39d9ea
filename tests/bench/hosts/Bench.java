// SPDX-License-Identifier: MIT
// The jobs of bench.c by way of the jar: Bench PLAN
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.LongSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.homework.Assignment;
import org.homework.Caseload;
import org.homework.Homework;
import org.homework.Metric;
import org.homework.OccurrenceStatus;
import org.homework.Plan;
import org.homework.Progress;
import org.homework.Table;

public final class Bench {
    private static final int TIMES = 20_000;
    private static final int PLANS = 20;
    private static final int ROUNDS = 25; // what runs often is compiled by then
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate TO = LocalDate.of(2027, 1, 1);
    private static final Instant AS_OF = Instant.ofEpochSecond(1_798_761_600);

    private static LongSupplier repeated(LongSupplier job) {
        return () -> {
            long last = 0;
            for (int i = 0; i < TIMES; i++) {
                last = job.getAsLong();
            }
            return last;
        };
    }

    private static void measure(String name, LongSupplier job) {
        long best = Long.MAX_VALUE;
        System.out.println("check " + name + " " + job.getAsLong());
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            job.getAsLong();
            best = Math.min(best, System.nanoTime() - begin);
        }
        System.out.println("time " + name + " " + best);
    }

    private static Table table(String path) {
        try (Caseload load = Caseload.create(AS_OF)) {
            load.setWindow(FROM, TO);
            for (int i = 0; i < PLANS; i++) {
                load.addPath(path);
            }
            return load.table();
        }
    }

    public static void main(String[] words) {
        try (Plan plan = Homework.load(Path.of(words[0])); Table table = table(words[0])) {
            Assignment assignment = plan.assignment("breathing");
            Progress progress = plan.progress(FROM, TO, AS_OF);
            measure("attribute", repeated(() -> assignment.title().getBytes(StandardCharsets.UTF_8).length));
            measure("child", repeated(() -> plan.assignment("breathing") == null ? 0 : 1));
            measure("occurrences", () -> plan.occurrences(FROM, TO, AS_OF).rows().stream()
                    .filter(one -> one.status() == OccurrenceStatus.DONE).count());
            measure("column", () -> (long) LongStream.range(0, progress.subjectCount())
                    .mapToDouble(i -> progress.value(i, Metric.DONE).orElse(0)).sum());
            measure("caseload", () -> (long) DoubleStream.of(table.doubles("value")).filter(one -> !Double.isNaN(one)).sum());
        }
    }
}
