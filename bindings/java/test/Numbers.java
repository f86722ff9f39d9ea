// SPDX-License-Identifier: MIT
// Prints what tests/numbers_dump.c prints, a row to a line: PLAN FROM TO AS_OF. Fields are apart by tabs, \N is null, and doubles
// are in hexadecimal.
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.homework.*;

public final class Numbers {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private static void row(Object... fields) {
        List<String> words = new ArrayList<>();
        for (Object one : fields) {
            if (one instanceof OptionalDouble number) {
                words.add(number.isPresent() ? Double.toHexString(number.getAsDouble()) : "\\N");
            } else if (one instanceof Moment moment) {
                words.add(moment.toString());
                words.add(String.valueOf(moment.exact() == null ? null : moment.instant().getEpochSecond()));
            } else {
                words.add(one == null ? "\\N" : one.toString());
            }
        }
        OUT.println(String.join("\t", words));
    }

    private static void metrics(Progress progress) {
        for (long i = 0; i < progress.subjectCount(); i++) {
            for (Metric metric : Metric.values()) {
                if (Library.metricApplies(metric, progress.subjectAt(i))) {
                    var one = progress.figure(i, metric);
                    row("metrics", progress.subjectAt(i).word(), progress.subjectId(i), Library.metricName(metric), one.value(),
                            one.undefined().word(), one.numerator(), one.denominator(), one.n());
                }
            }
        }
    }

    public static void main(String[] words) {
        LocalDate from = LocalDate.parse(words[1]);
        LocalDate to = LocalDate.parse(words[2]);
        Instant now = Moment.parse(words[3]).instant();
        try (Plan plan = Homework.load(Path.of(words[0]))) {
            row("plan", plan.uid(), plan.settings().zone(), plan.nextChange(now).map(Instant::getEpochSecond).orElse(null));
            plan.assignments().forEach(one -> row("assignments", one.id(), one.title()));
            Log log = plan.entries();
            for (int i = 0; i < log.count(); i++) {
                var one = log.row(i);
                row("entries", one.id(), one.assignment(), one.recorded(), one.by(), log.valueCount(i));
            }
            Occurrences list = plan.occurrences(from, to, now);
            for (int i = 0; i < list.count(); i++) {
                var one = list.row(i);
                row("occurrences", one.assignment(), one.key(), one.due(), one.status().word(), one.settled(),
                        OptionalDouble.of(one.credit()), list.entryCount(i));
            }
            metrics(plan.progress(from, to, now));
            for (Measure measure : plan.measures()) {
                Series series = plan.series(measure.id(), from, to, now);
                for (Statistic statistic : Statistic.values()) {
                    Estimate one = series.statisticValue(statistic);
                    row("statistics", measure.id(), Library.statisticName(statistic), one.defined(), one.undefined().word(), one.n());
                }
            }
            for (var ring : plan.allReminders(now, now.plus(Duration.ofDays(7)), now)) {
                row("reminders", ring.value(), ring.assignment(), ring.state().word(), ring.priority());
            }
        }
    }
}
