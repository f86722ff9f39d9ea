// SPDX-License-Identifier: MIT
// What could crash or leak, a process for each: Abuse NAME PLAN. It ends with 0 when all was refused, or came to nothing, as it should.
package org.homework;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

public final class Abuse {
    private static final Instant NOW = Instant.parse("2026-11-22T17:00:00Z");
    private static Path lunch;

    private interface Action {
        void run() throws Exception;
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new AssertionError("it does not hold");
        }
    }

    private static void refused(Class<? extends Throwable> type, Action action) throws Exception {
        try {
            action.run();
        } catch (Throwable e) {
            if (!type.isInstance(e)) {
                throw new AssertionError("another exception", e);
            }
            return;
        }
        throw new AssertionError("nothing was thrown");
    }

    private static Plan plan() {
        return Homework.load(lunch);
    }

    private static Occurrences week(Plan plan) {
        return plan.occurrences(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 23), NOW);
    }

    private static Progress progress(Plan plan) {
        return plan.progress(LocalDate.of(2026, 9, 14), LocalDate.of(2026, 11, 23), NOW);
    }

    private static Change change() {
        return Homework.change("client", "test", OffsetDateTime.parse("2026-11-22T18:00:00+01:00"));
    }

    private static void nulls() throws Exception {
        Plan plan = plan();
        refused(NullPointerException.class, () -> plan.log(null, null));
        refused(NullPointerException.class, () -> plan.log(Entry.create("week", Extent.DONE), null));
        refused(HomeworkException.Argument.class, () -> plan.merge(null));
        refused(NullPointerException.class, () -> plan.addGoal(null, change()));
        refused(NullPointerException.class, () -> Homework.parse((byte[]) null));
        refused(HomeworkException.class, () -> Plan.fromXml(null));
        refused(HomeworkException.class, () -> Goal.create(null, null));
        check(Library.mean(null).n() == 0);
        check(plan.assignment(null) == null);
        plan.logAll(null, change());
        check(plan.toXml().equals(plan().toXml()));
        refused(RuntimeException.class, () -> plan.logAll(java.util.Arrays.asList(null, Entry.create("week", Extent.DONE)), change()));
        refused(HomeworkException.class, () -> plan.occurrences(null, null, NOW));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void wrongClass() throws Exception {
        Plan plan = plan();
        List entries = new ArrayList<>(List.of(plan));
        refused(ClassCastException.class, () -> {
            Entry one = (Entry) entries.get(0);
            plan.log(one, change());
        });
        var method = Plan.class.getMethod("log", Entry.class, Change.class);
        refused(IllegalArgumentException.class, () -> method.invoke(plan, plan, plan));
        refused(ClassCastException.class, () -> plan.logAll(entries, change()));
    }

    private static void closed() throws Exception {
        Plan plan = plan();
        Occurrences list = week(plan);
        List<Occurrences.Row> rows = list.rows();
        list.close();
        plan.close();
        refused(IllegalStateException.class, plan::uid);
        refused(IllegalStateException.class, () -> plan().merge(plan));
        refused(IllegalStateException.class, () -> plan().logAll(closedEntries(), change()));
        refused(IllegalStateException.class, rows::size);
        refused(IllegalStateException.class, () -> list.iterator().hasNext());
        refused(IllegalStateException.class, () -> list.table().toCsv());
    }

    private static List<Entry> closedEntries() {
        Entry one = Entry.create("week", Extent.DONE);
        one.close();
        return List.of(one);
    }

    private static void closedTwice() {
        for (NativeObject one : List.of(plan(), change(), week(plan()), progress(plan()), Goal.create("a", "b"))) {
            one.close();
            one.close();
        }
    }

    private static void parentDropped() throws Exception {
        Assignment one = plan().assignment("breathing");
        Occurrences inner = progress(plan()).occurrences();
        Revision revision = plan().assignment("breathing").revision();
        List<Assignment> view = plan().assignments();
        for (int i = 0; i < 200; i++) {
            plan();
        }
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(20);
            plan().close();
        }
        check(one.title().equals("Slow breathing") && inner.count() > 10 && revision.id() != null && view.get(0).id() != null);
    }

    private static void parentClosed() throws Exception {
        Progress progress = progress(plan());
        Occurrences inner = progress.occurrences();
        inner.close();
        check(progress.occurrences().count() > 10);
        Occurrences again = progress.occurrences();
        progress.close();
        refused(IllegalStateException.class, again::count);
        Plan plan = plan();
        Assignment record = plan.assignment("breathing");
        plan.close();
        check(record.title().equals("Slow breathing"));
    }

    private static void editWhileIterating() throws Exception {
        Plan plan = plan();
        for (var one : week(plan)) {
            plan.log(Entry.create("week", Extent.ATTEMPTED), change());
            check(one.assignment() != null);
        }
        int count = 0;
        for (Goal goal : plan.goals()) {
            if (count++ < 3) {
                plan.add(Goal.create("new-" + count, "A goal"), change());
            }
            check(goal.id() != null);
        }
        Occurrences list = week(plan);
        refused(IllegalStateException.class, () -> {
            for (var one : list) {
                list.close();
            }
        });
    }

    private static void pastTheEnd() throws Exception {
        Occurrences list = week(plan());
        for (long index : new long[] {12, 99, -1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 32}) {
            check(list.assignmentAt(index) == null && list.entryAt(index, index) == null && list.keyAt(index) == null);
            refused(IndexOutOfBoundsException.class, () -> list.row(index));
            check(plan().assignmentAt(index) == null && (index == 12 || list.table().columnName(index) == null));
            refused(IndexOutOfBoundsException.class, () -> list.rows().get((int) index | 1 << 20));
        }
        var iterator = list.iterator();
        while (iterator.hasNext()) {
            iterator.next();
        }
        refused(NoSuchElementException.class, iterator::next);
        refused(HomeworkException.class, () -> plan().occurrences(LocalDate.MIN, LocalDate.MAX, NOW));
        check(plan().occurrences(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 23), Instant.MAX).count() == 12);
    }

    /** The first time it is asked it has one, later thousands. */
    private static final class Growing extends AbstractList<Entry> {
        private int asked;

        @Override
        public int size() {
            return ++asked % 5 == 1 ? 1 : 1000 * asked;
        }

        @Override
        public Entry get(int index) {
            if (index > 5000) {
                throw new NoSuchElementException();
            }
            return Entry.create("week", Extent.DONE);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void listThatChanges() throws Exception {
        Plan plan = plan();
        for (int i = 0; i < 5; i++) {
            try {
                plan.logAll(new Growing(), change());
            } catch (IndexOutOfBoundsException | NoSuchElementException e) {
                check(e.getMessage() == null || !e.getMessage().isEmpty());
            }
        }
        List numbers = new ArrayList<>(List.of(1, 2, 3));
        refused(ClassCastException.class, () -> plan.logAll(numbers, change()));
        List<Entry> entries = Collections.synchronizedList(new ArrayList<>());
        Thread other = new Thread(() -> {
            for (int i = 0; i < 3000; i++) {
                entries.add(Entry.create("week", Extent.ATTEMPTED));
                if (i % 7 == 0) {
                    entries.clear();
                }
            }
        });
        other.start();
        while (other.isAlive()) {
            try {
                plan.logAll(entries, change());
            } catch (HomeworkException.WrongState | HomeworkException.Duplicate e) {
                check(e.getMessage() != null); // it was logged before
            }
        }
        other.join();
        check(Homework.parse(plan.toXml()).toXml().equals(plan.toXml()));
    }

    private static void otherFileSystem() throws Exception {
        Path elsewhere = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("plan.xml");
        refused(UnsupportedOperationException.class, () -> Homework.load(elsewhere));
        refused(UnsupportedOperationException.class, () -> Homework.save(plan(), elsewhere));
    }

    /** Nobody closes them, and the heap has room for all. */
    private static void neverClosed() throws Exception {
        Assignment record = plan().assignment("breathing");
        int most = 0;
        for (int i = 0; i < 100_000; i++) {
            Problems.create();
            most = Math.max(most, i % 64 == 0 ? Handle.live() : 0);
        }
        if (most > 10 * Handle.MANY) {
            throw new AssertionError(most + " were alive");
        }
        check(record.title().equals("Slow breathing"));
    }

    private static void threads() throws Exception {
        Plan plan = plan();
        Plan other = plan();
        AtomicReference<Throwable> failed = new AtomicReference<>();
        List<Action> jobs = List.of(() -> check(week(plan).count() == 12), () -> plan.log(Entry.create("week", Extent.ATTEMPTED), change()),
                () -> plan.assignments().forEach(Assignment::title), () -> plan.merge(other), () -> other.merge(plan), () -> plan().close());
        List<Thread> all = new ArrayList<>();
        for (Action job : jobs) {
            all.add(new Thread(() -> {
                try {
                    for (int i = 0; i < 60; i++) {
                        job.run();
                    }
                } catch (HomeworkException.Conflict e) {
                    return;
                } catch (Throwable e) {
                    failed.set(e);
                }
            }));
        }
        all.forEach(Thread::start);
        for (Thread one : all) {
            one.join(60000);
            check(!one.isAlive());
        }
        if (failed.get() != null) {
            throw new AssertionError(failed.get());
        }
    }

    private static void closedByAnotherThread() throws Exception {
        for (int i = 0; i < 100; i++) {
            Occurrences list = week(plan());
            Thread closer = new Thread(list::close);
            closer.start();
            try {
                while (closer.isAlive()) {
                    list.rows().forEach(one -> check(one.assignment() != null));
                }
            } catch (IllegalStateException e) {
                check(e.getMessage().equals("it is closed"));
            }
            closer.join();
        }
    }

    private static void round(Plan plan, boolean drop) throws Exception {
        Assignment edit = plan.assignment("breathing").edit();
        edit.setTitle("x");
        Occurrences list = plan.occurrences(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 22), NOW);
        refused(HomeworkException.class, () -> Homework.parse("<plan"));
        refused(IllegalArgumentException.class, () -> Assignment.create("walk", "a\0b", Kind.OTHER));
        refused(HomeworkException.class, () -> Library.dateParse("16.11.2026"));
        check(list.table().strings("status").length == list.count());
        Plan copy = plan.copy();
        copy.log(Entry.create("week", Extent.DONE), change());
        if (!drop) {
            edit.close();
            list.close();
            copy.close();
        }
    }

    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(one -> one.startsWith("VmRSS"))
                .mapToLong(one -> Long.parseLong(one.replaceAll("\\D", ""))).sum() * 1024;
    }

    /** What lives, by kind; empty where the library does not count. */
    private static Map<String, Long> living() throws Exception {
        for (int i = 0; i < 50 && Handle.live() > 1; i++) {
            System.gc();
            Thread.sleep(20);
        }
        Map<String, Long> all = new TreeMap<>();
        try {
            for (long kind = 0; kind(kind) != null; kind++) {
                all.put(kind(kind), count(kind));
            }
        } catch (UnsatisfiedLinkError e) {
            return all;
        }
        check(all.size() > 50 && all.get("plan") == 1);
        return all;
    }

    private static native String kind(long kind);

    private static native long count(long kind);

    private static void tenThousandRounds() throws Exception {
        Plan plan = plan();
        round(plan, true);
        Map<String, Long> living = living();
        long before = 0;
        for (int i = 0; i < 14000; i++) {
            round(plan, i % 2 == 0);
            if (i % 500 == 0) {
                System.gc();
            }
            if (i == 4000) {
                before = resident();
            }
        }
        long grown = resident() - before;
        check(before > 0);
        if (grown > 24 << 20) {
            throw new AssertionError("grew by " + grown);
        }
        Map<String, Long> left = living();
        check(Handle.live() == 1);
        if (!left.equals(living)) {
            throw new AssertionError("alive before: " + living + ", after: " + left);
        }
        plan.close();
    }

    public static void main(String[] words) throws Exception {
        lunch = Path.of(words[1]);
        Map<String, Action> all = Map.ofEntries(Map.entry("null", Abuse::nulls), Map.entry("wrong-class", Abuse::wrongClass),
                Map.entry("closed", Abuse::closed), Map.entry("closed-twice", Abuse::closedTwice),
                Map.entry("parent-dropped", Abuse::parentDropped), Map.entry("parent-closed", Abuse::parentClosed),
                Map.entry("edit-while-iterating", Abuse::editWhileIterating), Map.entry("past-the-end", Abuse::pastTheEnd),
                Map.entry("list-that-changes", Abuse::listThatChanges), Map.entry("other-file-system", Abuse::otherFileSystem),
                Map.entry("never-closed", Abuse::neverClosed), Map.entry("threads", Abuse::threads), Map.entry("closed-by-another-thread", Abuse::closedByAnotherThread),
                Map.entry("ten-thousand-rounds", Abuse::tenThousandRounds));
        all.get(words[0]).run();
    }
}
