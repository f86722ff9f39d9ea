// SPDX-License-Identifier: MIT
// The main job, values, errors, columns: HomeworkTest ROOT. What could crash is in Abuse.java.
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.*;
import java.util.*;
import java.util.stream.Stream;
import org.homework.*;
import org.homework.Kind;

public final class HomeworkTest {
    private static Path root;
    private static Path lunch;
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-22T18:00:00+01:00");
    private static final Instant NOW = AT.toInstant();

    private static void equal(Object found, Object expected) {
        if (!Objects.deepEquals(found, expected)) {
            throw new AssertionError("found " + found + ", expected " + expected);
        }
    }

    private static <T extends Throwable> T thrown(Class<T> type, Runnable action) {
        try {
            action.run();
        } catch (Throwable e) {
            if (e.getClass() != type) {
                throw new AssertionError("another exception", e);
            }
            return type.cast(e);
        }
        throw new AssertionError("nothing was thrown");
    }

    private static Plan plan() {
        return Homework.load(lunch);
    }

    private static Occurrences week(Plan plan) {
        return plan.occurrences(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 23), NOW);
    }

    private static Change change() {
        return Homework.change("mk", "test", AT);
    }

    static void lists() {
        Occurrences list = week(plan());
        List<Occurrences.Row> rows = list.rows();
        equal(rows.size(), 12);
        equal(list.count(), 12L);
        equal(rows.stream().filter(one -> one.status() == OccurrenceStatus.DONE).count(), 5L);
        equal(rows.get(11), list.row(11));
        for (int bad : new int[] {-1, 12, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            thrown(IndexOutOfBoundsException.class, () -> rows.get(bad));
        }
        thrown(UnsupportedOperationException.class, () -> rows.remove(0));
        int seen = 0;
        for (var one : list) {
            equal(one, rows.get(seen++));
        }
        equal(seen, 12);
        equal(plan().assignments().stream().filter(one -> one.id().equals("breathing")).map(Assignment::title).toList(), List.of("Slow breathing"));
        equal(plan().goals().size(), (int) plan().goalCount());
    }

    static void views() {
        List<Occurrences.Row> rows = week(plan()).rows();
        equal(rows instanceof RandomAccess, true);
        equal(rows.subList(3, 5), List.of(rows.get(3), rows.get(4)));
        equal(new ArrayList<>(rows), rows);
        equal(rows.indexOf(rows.get(7)), 7);
        equal(rows.stream().map(Occurrences.Row::assignment).distinct().count() > 1, true);
        equal(rows.parallelStream().filter(one -> one.status() == OccurrenceStatus.DONE).count(), 5L);
        ListIterator<Occurrences.Row> back = rows.listIterator(12);
        equal(back.previous(), rows.get(11));
        thrown(UnsupportedOperationException.class, () -> rows.add(rows.get(0)));
        thrown(UnsupportedOperationException.class, () -> rows.set(0, null));
        thrown(UnsupportedOperationException.class, rows::clear);
        thrown(IndexOutOfBoundsException.class, () -> rows.subList(3, 99));
        thrown(IndexOutOfBoundsException.class, () -> week(plan()).row(12));
        Plan plan = plan();
        equal(plan.goals(), plan.goals());
        equal(plan.assignments().contains(plan.assignment("breathing")), true);
    }

    static void equality() {
        Plan plan = plan();
        Assignment one = plan.assignment("breathing");
        Assignment same = plan.assignment("breathing");
        equal(one == same, false);
        equal(one, same);
        equal(one.hashCode(), same.hashCode());
        equal(new HashSet<>(List.of(one)).contains(same), true);
        equal(one.equals(plan().assignment("breathing")), false);
        equal(one.equals(plan.assignments().get(1)) && one.equals(plan.assignments().get(0)), false);
        equal(one.equals(null) || one.equals("breathing") || plan.equals(plan()), false);
        equal(one.toString(), "Assignment[breathing]");
        same.close();
        equal(one.equals(same) || same.equals(one), false);
        equal(same, same);
        equal(same.hashCode(), one.hashCode());
        equal(same.toString(), "Assignment[closed]");
        equal(plan.toString(), "Plan");
        equal(Assignment.create("walk", "Nobody's business", Kind.OTHER).toString(), "Assignment[walk]");
    }

    static void chains() {
        Plan plan = Plan.create("5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", "Europe/Berlin", Role.THERAPIST, change())
                .add(Goal.create("out", "Out of the house"), change())
                .add(Assignment.create("walk", "A walk", Kind.OTHER).setRecurring(Local.parse("2026-11-22T19:00"), "FREQ=WEEKLY")
                        .addReminder(ReminderKind.PROMPT, Anchor.DUE, -30), change());
        equal(plan.assignment("walk").title(), "A walk");
        equal(plan.goals().size(), 1);
    }

    static void times() {
        var first = week(plan()).row(0);
        equal(first.key(), Local.of(LocalDateTime.of(2026, 11, 16, 20, 30)));
        equal(first.due(), Moment.parse("2026-11-16T20:30:00+01:00"));
        equal(first.due().toString(), "2026-11-16T20:30:00+01:00");
        equal(Moment.of(AT.plusNanos(999_999_999)), Moment.of(AT));
        equal(Moment.of(ZonedDateTime.ofInstant(NOW, ZoneId.of("Europe/Berlin"))), Moment.of(AT));
        equal(Moment.of(LocalDate.of(2026, 11, 22)).instant(), null);
        equal(Library.momentParse("2026-11-22").toString(), "2026-11-22");
        equal(Local.parse("2026-11-16").time(), null);
        thrown(IllegalArgumentException.class, () -> Local.of(LocalDateTime.of(2026, 11, 16, 20, 30, 0, 1)));
        for (String text : List.of("P1D", "-P3DT2H", "PT30M", "P2W", "PT86400S", "P1DT1S")) {
            Span span = Library.durationParse(text);
            equal(Span.parse(text), span);
            equal(Library.durationParse(span.toString()), span);
            equal(Span.parse(Library.durationText(span)), span);
        }
        equal(Library.localAdd(Local.parse("2026-11-16T20:30"), Span.of(Duration.ofHours(5))), Local.parse("2026-11-17T01:30"));
        thrown(IllegalArgumentException.class, () -> Span.parse("P"));
        thrown(IllegalArgumentException.class, () -> new Span(1, -1));
        thrown(HomeworkException.Syntax.class, () -> Library.dateText(LocalDate.of(12026, 1, 1)));
    }

    static void figures() {
        Progress progress = plan().progress(LocalDate.of(2026, 9, 14), LocalDate.of(2026, 11, 23), NOW);
        var done = progress.figure("breathing", Metric.DONE);
        equal(List.of(done.value().getAsDouble(), done.numerator(), done.denominator()), List.of(0.75, 21L, 28L));
        var none = progress.figure("thoughts", Metric.DONE);
        equal(none.value(), OptionalDouble.empty());
        equal(none.undefined(), Undefined.NOTHING_DUE);
        thrown(IllegalArgumentException.class, () -> progress.figure("nobody", Metric.DONE));
        thrown(IndexOutOfBoundsException.class, () -> progress.figure(99, Metric.DONE));
        thrown(IndexOutOfBoundsException.class, () -> progress.figure(-1, Metric.DONE));
    }

    static void statistics() {
        double[] values = {3, 1, 2, 5, Double.NaN, 4, 4, 3};
        equal(Library.mean(values), new Estimate(22.0 / 7, 7, Undefined.NOT));
        equal(Library.mean(new double[0]).defined(), OptionalDouble.empty());
        XmrLimits limits = Library.xmr(new double[] {1, 1, 1, 1, 2, 1, 1, 1, 1, 90});
        equal(Library.xmrSignals(limits, new double[] {1, 1000}), new long[] {0, 1});
        List<EwmaPoint> points = Library.ewma(new double[] {1, 2, 3}, 1, 2, 1, 3);
        equal(points.stream().map(one -> one.average().value()).toList(), List.of(1.0, 2.0, 3.0));
        TrendLine line = Library.theilSen(new double[] {0, 1, 2, 3}, new double[] {1, 3, 5, 7});
        equal(List.of(line.slope().value(), line.intercept().value(), line.pairs()), List.of(2.0, 1.0, 6L));
        Proportion share = Library.wilson(21, 28, 1.959963984540054);
        equal(share.share().value(), 0.75);
        equal(Math.round(share.low() * 1e4), 5664L);
        thrown(IllegalArgumentException.class, () -> Library.theilSen(new double[2], new double[3]));
        thrown(HomeworkException.OutOfRange.class, () -> Library.wilson(-1, 28, 2));
        var change = Library.gasChange(new double[] {-1, -2}, new double[] {0, 1}, null, 0.3);
        equal(change.achieved().value() > change.baseline().value(), true);
    }

    static void records() {
        Plan plan = plan();
        Assignment one = plan.assignment("breathing");
        Assignment edit = one.edit();
        edit.setTitle(null, "Breathing out \uD83C\uDF2C");
        plan.revise(edit, change());
        equal(one.title(), "Slow breathing");
        equal(plan.assignment("breathing").title(), "Breathing out \uD83C\uDF2C");
        equal(Homework.parse(plan.toXml()).assignment("breathing").title(), "Breathing out \uD83C\uDF2C");
        equal(plan.assignment("nobody"), null);
        equal(plan.assignment("breathing").revision().by(), "mk");
        equal(plan.assignment("breathing").revision().recorded(), Moment.of(AT));
        equal(plan.isRemoved("breathing"), Optional.empty());
        Areas areas = plan.areas(LocalDate.of(2026, 9, 14), LocalDate.of(2026, 11, 23), NOW);
        equal(areas.accomplishments().isEmpty(), false);
        for (var row : areas) {
            row.evidence().forEach(piece -> Objects.requireNonNull(piece.id()));
        }
        thrown(HomeworkException.Duplicate.class, () -> plan.add(Assignment.create("breathing", "Again", Kind.OTHER), change()));
        plan.logAll(List.of(Entry.create("week", Extent.DONE), Entry.create("week", Extent.PARTIAL)), change());
    }

    static void errors() {
        var invalid = thrown(HomeworkException.Invalid.class, () -> Homework.parse("<plan/>"));
        equal(invalid.status(), Status.ERR_INVALID);
        equal(invalid.problems().size(), 1);
        equal(thrown(HomeworkException.NotFound.class, () -> Homework.load(Path.of("missing.xml"))).line(), 0);
        Assignment draft = Assignment.create("walk", "A walk", Kind.OTHER);
        Local start = Local.parse("2026-11-22T19:00");
        equal(thrown(HomeworkException.Unsupported.class, () -> draft.setRecurring(start, "FREQ=SECONDLY")).subject(), "FREQ");
        Plan plan = plan();
        String before = plan.toXml();
        equal(thrown(HomeworkException.Unsupported.class, () -> plan.add(draft, change())).subject(), "FREQ");
        equal(plan.toXml(), before);
    }

    static void arguments() {
        Plan plan = plan();
        equal(thrown(NullPointerException.class, () -> plan.log(null, change())).getMessage(), "entry must not be null");
        equal(thrown(NullPointerException.class, () -> plan.occurrences(LocalDate.MIN, LocalDate.MAX, null)).getMessage(),
                "asOf must not be null");
        equal(thrown(NullPointerException.class, () -> Assignment.create("walk", "A walk", null)).getMessage(), "kind must not be null");
        for (String bad : List.of("a\0b", "\uD800", "\uDC00x", "\uD800\uD800")) {
            thrown(IllegalArgumentException.class, () -> Assignment.create("walk", bad, Kind.OTHER));
        }
        equal(Kind.of("role-play"), Kind.ROLE_PLAY);
        thrown(IllegalArgumentException.class, () -> Kind.of("flying"));
        equal(Library.metricFind("flying"), null);
    }

    static void documents() throws IOException {
        byte[] bytes = Files.readAllBytes(lunch);
        Plan plan = Homework.parse(bytes);
        equal(plan.toXml(), new String(bytes, StandardCharsets.UTF_8));
        equal(Homework.parse(plan.toJson()).toXml(), plan.toXml());
        Path copy = Files.createTempFile("homework", ".xml");
        Homework.save(plan, copy);
        equal(Files.readAllBytes(copy), bytes);
        Files.delete(copy);
        Plan other = plan.copy();
        other.log(Entry.create("week", Extent.DONE), change());
        plan.mergeChanges(other.changesSince(null).getBytes(StandardCharsets.UTF_8));
        equal(plan.toXml(), other.toXml());
    }

    static void invalidDocuments() throws IOException {
        int count = 0;
        try (Stream<Path> folders = Files.list(root.resolve("tests/data/invalid"))) {
            for (Path one : folders.map(folder -> folder.resolve("plan.xml")).filter(Files::exists).toList()) {
                try {
                    Homework.load(one);
                } catch (HomeworkException e) {
                    count++;
                    continue;
                }
                throw new AssertionError("was read: " + one);
            }
        }
        equal(count > 100, true);
    }

    /** A column's values as they stand in the CSV of the table; null for none. */
    private static Object[] cells(Table table, String name, ColumnType type) {
        byte[] valid = table.valid(name);
        Object[] cells = new Object[valid.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = valid[i] == 0 ? null : switch (type) {
                case TEXT -> table.strings(name)[i];
                case INT -> String.valueOf(table.longs(name)[i]);
                case BOOL -> String.valueOf(table.booleans(name)[i]);
                case DATE -> LocalDate.ofEpochDay(table.ints(name)[i]).toString();
                case NUMBER -> table.doubles(name)[i];
                case INSTANT -> Instant.ofEpochSecond(table.longs(name)[i]).toString();
                case LOCAL -> LocalDateTime.ofEpochSecond(table.longs(name)[i], 0, ZoneOffset.UTC).format(valid[i] == 2
                        ? java.time.format.DateTimeFormatter.ISO_LOCAL_DATE : java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss"));
            };
        }
        return cells;
    }

    static void columns() {
        Table table = week(plan()).table();
        String[] lines = table.toCsv().split("\r\n");
        String[] names = lines[0].split(",");
        equal(table.rowCount(), 12L);
        for (int i = 0; i < names.length; i++) {
            Object[] cells = cells(table, names[i], table.columnType(i));
            for (int row = 0; row < 12; row++) {
                String text = lines[row + 1].split(",", -1)[i];
                Object found = cells[row] == null ? "" : cells[row];
                equal(found instanceof Double number ? number == Double.parseDouble(text) : found.equals(text), true);
            }
        }
        thrown(IllegalArgumentException.class, () -> table.longs("status"));
        thrown(IllegalArgumentException.class, () -> table.strings("flying"));
    }

    static void questionnaires() {
        Plan plan = Homework.load(root.resolve("examples/plans/one-thing-a-day.xml"));
        Questionnaires all = plan.questionnaires(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), NOW);
        equal(all.count() > 0, true);
        String instrument = all.row(0).instrument();
        var series = all.series(instrument);
        double[] totals = all.rows().stream().filter(one -> one.instrument().equals(instrument))
                .mapToDouble(one -> one.total().defined().orElse(Double.NaN)).toArray();
        equal(series.totals(), totals);
        equal(series.days().length, totals.length);
        equal(LocalDate.ofEpochDay((long) series.days()[0]), all.row(0).happened().date());
        equal(all.series("k10").days().length, 0);
        thrown(IllegalStateException.class, () -> {
            all.close();
            all.series(instrument);
        });
    }

    private interface Test {
        void run() throws IOException;
    }

    public static void main(String[] words) throws IOException {
        root = Path.of(words[0]);
        lunch = root.resolve("examples/plans/lunch-table.xml");
        Map<String, Test> all = new LinkedHashMap<>();
        all.put("lists", HomeworkTest::lists);
        all.put("views", HomeworkTest::views);
        all.put("equality", HomeworkTest::equality);
        all.put("chains", HomeworkTest::chains);
        all.put("times", HomeworkTest::times);
        all.put("figures", HomeworkTest::figures);
        all.put("statistics", HomeworkTest::statistics);
        all.put("records", HomeworkTest::records);
        all.put("errors", HomeworkTest::errors);
        all.put("arguments", HomeworkTest::arguments);
        all.put("documents", HomeworkTest::documents);
        all.put("invalid documents", HomeworkTest::invalidDocuments);
        all.put("columns", HomeworkTest::columns);
        all.put("questionnaires", HomeworkTest::questionnaires);
        int failed = 0;
        for (var one : all.entrySet()) {
            try {
                one.getValue().run();
            } catch (Throwable e) {
                failed++;
                System.out.println("not ok: " + one.getKey());
                e.printStackTrace(System.out);
            }
        }
        System.out.println(all.size() + " tests, " + failed + " failed");
        System.exit(failed == 0 ? 0 : 1);
    }
}
