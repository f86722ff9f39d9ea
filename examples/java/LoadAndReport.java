// SPDX-License-Identifier: MIT
// Reads a plan and prints its report as of a moment: LoadAndReport PLAN MOMENT
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.homework.Homework;
import org.homework.HomeworkException;
import org.homework.Plan;

public final class LoadAndReport {
    public static void main(String[] words) {
        OffsetDateTime now;
        try {
            now = OffsetDateTime.parse(words.length == 2 ? words[1] : "");
        } catch (DateTimeParseException e) {
            System.err.println("usage: LoadAndReport PLAN MOMENT");
            System.exit(2);
            return;
        }
        try (Plan plan = Homework.load(Path.of(words[0]))) {
            String report = plan.report(now.toLocalDate().minusDays(70), now.toLocalDate().plusDays(1), now.toInstant());
            new PrintStream(System.out, true, StandardCharsets.UTF_8).print(report);
        } catch (HomeworkException e) {
            e.problems().forEach(one -> System.err.println(words[0] + ":" + one.line() + ": " + one.message()));
            System.err.println(words[0] + ":" + e.line() + ": " + e.getMessage());
            System.exit(1);
        }
    }
}
