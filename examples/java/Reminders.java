// SPDX-License-Identifier: MIT
// Writes a plan's reminders as a calendar: Reminders PLAN MOMENT
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.homework.CalendarOptions;
import org.homework.CalendarProfile;
import org.homework.Homework;
import org.homework.HomeworkException;
import org.homework.Plan;

public final class Reminders {
    public static void main(String[] words) {
        OffsetDateTime now;
        try {
            now = OffsetDateTime.parse(words.length == 2 ? words[1] : "");
        } catch (DateTimeParseException e) {
            System.err.println("usage: Reminders PLAN MOMENT");
            System.exit(2);
            return;
        }
        try (Plan plan = Homework.load(Path.of(words[0])); CalendarOptions options = CalendarOptions.create()) {
            options.setProfile(CalendarProfile.EVENTS);
            new PrintStream(System.out, true, StandardCharsets.UTF_8).print(plan.toCalendar(now.toInstant(), options));
        } catch (HomeworkException e) {
            System.err.println(words[0] + ":" + e.line() + ": " + e.getMessage());
            System.exit(1);
        }
    }
}
