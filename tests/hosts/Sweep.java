// SPDX-License-Identifier: MIT
// Every public method of the jar with arguments that cannot be meant: Sweep PLAN. Whatever is thrown has to be of a class that says
// something, and leaves the plan as it was. The name of each method is printed before it is called; the last one is the one that
// ended the process, or that did not come back.
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.homework.Entry;
import org.homework.Extent;
import org.homework.Homework;
import org.homework.HomeworkException;
import org.homework.Local;
import org.homework.Moment;
import org.homework.NativeObject;
import org.homework.Plan;
import org.homework.Problems;
import org.homework.Span;

public final class Sweep {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    /** What a caller can do something with; everything else is a fault of ours. */
    private static final List<Class<? extends Throwable>> MEANT = List.of(HomeworkException.class, IllegalArgumentException.class,
            NullPointerException.class, IllegalStateException.class, IndexOutOfBoundsException.class, ClassCastException.class,
            DateTimeException.class, ArithmeticException.class, UnsupportedOperationException.class, NoSuchElementException.class,
            ConcurrentModificationException.class, UncheckedIOException.class);
    private static final Map<Class<?>, Object> POOL = new HashMap<>();
    private static final Map<String, Throwable> WRONG = new TreeMap<>();
    private static volatile String now = "";
    private static volatile long since;
    private static final List<String> NAMES = new ArrayList<>();
    private static byte[] calendar;
    private static Plan plan;
    private static String before;
    private static int calls;

    private static String longText() {
        return "\u00e4".repeat(1 << 16);
    }

    private static List<Object> texts() {
        return Arrays.asList(null, "", "x\0y", "\ud800", "\udc00\ud800", "\ud83c\udf2c", longText(), "breathing", "9999-12-31", "-", "\u0001",
                "<plan/>", "../x", "%s%n", "P1D", "de");
    }

    /** Values that cannot be meant, or that are at the end of what can be. */
    private static List<Object> absurd(Class<?> type) {
        if (type == String.class) {
            return texts();
        } else if (type == long.class) {
            return List.of(0L, -1L, 1L << 31, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE);
        } else if (type == int.class) {
            return List.of(0, -1, 366, Integer.MAX_VALUE, Integer.MIN_VALUE);
        } else if (type == double.class) {
            return List.of(0.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MAX_VALUE, Double.MIN_VALUE);
        } else if (type == boolean.class) {
            return List.of(false, true);
        } else if (type == byte[].class) {
            return Arrays.asList(null, new byte[0], new byte[] {-1, 0, 1}, new byte[1 << 16], "<plan".getBytes(StandardCharsets.UTF_8),
                    "{\"a\":".repeat(5000).getBytes(StandardCharsets.UTF_8), "BEGIN:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8));
        } else if (type == double[].class) {
            return Arrays.asList(null, new double[0], new double[] {Double.NaN}, new double[] {1}, new double[] {1e308, -1e308, 1e308},
                    new double[] {Double.POSITIVE_INFINITY, 0, 1}, new double[2000]);
        } else if (type == LocalDate.class) {
            return Arrays.asList(null, LocalDate.MIN, LocalDate.MAX, LocalDate.EPOCH, LocalDate.of(0, 1, 1), LocalDate.of(9999, 12, 31));
        } else if (type == Instant.class) {
            return Arrays.asList(null, Instant.MIN, Instant.MAX, Instant.EPOCH, Instant.ofEpochSecond(1, 999_999_999));
        } else if (type == Local.class) {
            return Arrays.asList(null, Local.of(LocalDate.MIN), Local.of(LocalDate.MAX), Local.of(LocalDate.MAX.atTime(23, 59, 59)));
        } else if (type == Moment.class) {
            return Arrays.asList(null, Moment.of(LocalDate.MIN), Moment.of(OffsetDateTime.MAX), Moment.of(OffsetDateTime.MIN),
                    Moment.of(OffsetDateTime.of(LocalDateTime.of(2026, 1, 1, 1, 1), ZoneOffset.ofHoursMinutesSeconds(1, 2, 3))));
        } else if (type == Span.class) {
            return Arrays.asList(null, new Span(Integer.MAX_VALUE, Integer.MAX_VALUE), new Span(Integer.MIN_VALUE, Integer.MIN_VALUE), new Span(0, 0));
        } else if (type == List.class) {
            Entry closed = Entry.create("week", Extent.DONE);
            closed.close();
            return Arrays.asList(null, List.of(), Arrays.asList((Object) null), Arrays.asList(null, Entry.create("week", Extent.DONE)),
                    List.of("a text"), List.of(plan), List.of(closed), new Lying(), List.of(1, 2, 3));
        } else if (type.isArray()) {
            Object[] one = (Object[]) java.lang.reflect.Array.newInstance(type.getComponentType(), 1);
            return Arrays.asList(null, java.lang.reflect.Array.newInstance(type.getComponentType(), 0), one);
        } else if (type.isEnum()) {
            List<Object> all = new ArrayList<>(Arrays.asList(type.getEnumConstants()[0], type.getEnumConstants()[type.getEnumConstants().length - 1]));
            all.add(null);
            return all;
        } else if (type == Path.class) {
            return Arrays.asList(null, Path.of(""), Path.of("missing", "missing"), Path.of("x".repeat(5000)), elsewhere());
        }
        return Arrays.asList(null, plausible(type));
    }

    /** It says that it has more each time it is asked. */
    private static final class Lying extends AbstractList<Entry> {
        private int asked;

        @Override
        public int size() {
            return ++asked % 4 == 1 ? 1 : 100 * asked;
        }

        @Override
        public Entry get(int index) {
            if (index > 1000) {
                throw new NoSuchElementException();
            }
            return Entry.create("week", Extent.DONE);
        }
    }

    private static Path elsewhere() {
        return FileSystems.getFileSystem(URI.create("jrt:/")).getPath("plan.xml");
    }

    private static Object plausible(Class<?> type) {
        Map<Class<?>, Object> simple = Map.ofEntries(Map.entry(String.class, "breathing"), Map.entry(long.class, 0L), Map.entry(int.class, 1),
                Map.entry(double.class, 1.0), Map.entry(boolean.class, false), Map.entry(LocalDate.class, LocalDate.of(2026, 9, 14)),
                Map.entry(Instant.class, Instant.ofEpochSecond(1_795_366_800)), Map.entry(Local.class, Local.parse("2026-09-14T18:00")),
                Map.entry(Moment.class, Moment.parse("2026-09-14T18:00:00+02:00")), Map.entry(Span.class, Span.ofDays(1)),
                Map.entry(double[].class, new double[] {1, 2, 3}), Map.entry(byte[].class, before.getBytes(StandardCharsets.UTF_8)),
                Map.entry(List.class, List.of(Entry.create("week", Extent.DONE))), Map.entry(Path.class, Path.of("plan.xml")),
                Map.entry(LocalTime.class, LocalTime.NOON), Map.entry(LocalDateTime.class, LocalDateTime.MAX),
                Map.entry(OffsetDateTime.class, OffsetDateTime.MAX), Map.entry(ZonedDateTime.class, OffsetDateTime.MIN.toZonedDateTime()),
                Map.entry(Duration.class, Duration.ofSeconds(Long.MAX_VALUE)), Map.entry(Object.class, "x"));
        if (simple.containsKey(type)) {
            return simple.get(type);
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        } else if (type.isArray()) {
            Object made = java.lang.reflect.Array.newInstance(type.getComponentType(), 1);
            java.lang.reflect.Array.set(made, 0, plausible(type.getComponentType()));
            return made;
        }
        return POOL.get(type);
    }

    /** The end of a window is after its beginning. */
    private static Object[] plausible(Executable one) {
        Class<?>[] types = one.getParameterTypes();
        Object[] values = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            boolean second = i > 0 && types[i] == LocalDate.class && types[i - 1] == LocalDate.class;
            values[i] = second ? LocalDate.of(2026, 11, 23) : plausible(types[i]);
        }
        return values;
    }

    private static Object call(Executable one, Object self, Object... values) {
        calls++;
        since = System.nanoTime();
        try {
            if (one instanceof Method method) {
                return method.invoke(self, values);
            }
            return ((Constructor<?>) one).newInstance(values);
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause();
            if (MEANT.stream().noneMatch(type -> type.isInstance(thrown))) {
                WRONG.putIfAbsent(one + " " + Arrays.toString(Arrays.stream(values).map(Sweep::shown).toArray()), thrown);
            }
            unchanged(one, values);
        } catch (ReflectiveOperationException | RuntimeException e) {
            WRONG.putIfAbsent(one.toString(), e);
        }
        return null;
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        return text.length() > 40 ? text.substring(0, 40) : text;
    }

    private static void unchanged(Executable one, Object[] values) {
        if (!plan.toXml().equals(before)) {
            WRONG.putIfAbsent("the plan is another after " + one + Arrays.toString(Arrays.stream(values).map(Sweep::shown).toArray()),
                    new AssertionError());
            renew();
        }
    }

    private static void renew() {
        plan = Homework.parse(before);
        POOL.put(Plan.class, plan);
    }

    /** The public methods and constructors of the public classes of the jar, by their names. */
    private static Map<String, Executable> known() throws Exception {
        Map<String, Executable> all = new LinkedHashMap<>();
        Path jar = Path.of(Homework.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> names;
        try (var packed = new java.util.jar.JarFile(jar.toFile())) {
            names = packed.stream().map(java.util.zip.ZipEntry::getName).filter(name -> name.startsWith("org/homework/") && name.endsWith(".class"))
                    .sorted().map(name -> name.substring(0, name.length() - 6).replace('/', '.')).toList();
        }
        for (String name : names) {
            Class<?> type = Class.forName(name);
            if (!Modifier.isPublic(type.getModifiers()) || type.getSuperclass() == HomeworkException.class) {
                continue;
            }
            List<Executable> here = new ArrayList<>(List.of(type.getMethods()));
            here.addAll(List.of(type.getConstructors()));
            for (Executable one : here) {
                boolean ours = one.getDeclaringClass().getName().startsWith("org.homework.");
                boolean concrete = !Modifier.isAbstract(type.getModifiers()) || Modifier.isStatic(one.getModifiers());
                if (ours && concrete && !one.isSynthetic()) {
                    all.put(type.getName() + " " + one, one);
                }
            }
        }
        return all;
    }

    private static Object receiver(String label, Executable one) throws Exception {
        Class<?> type = Class.forName(label.substring(0, label.indexOf(' ')));
        return Modifier.isStatic(one.getModifiers()) || one instanceof Constructor ? null : plausible(type);
    }

    private static boolean stays(Executable one) {
        return one.getName().equals("close");
    }

    private static void keep(Object made) {
        if (made != null && made.getClass().getName().startsWith("org.homework.")) {
            POOL.putIfAbsent(made.getClass(), made);
        } else if (made instanceof List<?> list && !list.isEmpty() && list.get(0) != null) {
            POOL.putIfAbsent(list.get(0).getClass(), list.get(0));
        }
    }

    /** What exists only for some ids, or is read from a calendar. */
    private static void named(Executable one, Object self) {
        for (String text : NAMES) {
            Object[] values = plausible(one);
            for (int i = 0; i < values.length; i++) {
                values[i] = values[i] instanceof String ? text : values[i] instanceof byte[] ? calendar : values[i];
            }
            keep(call(one, self, values));
        }
    }

    /** One of each class, as far as plausible arguments bring one about. */
    private static void gather(Map<String, Executable> known) throws Exception {
        for (int round = 0; round < 4; round++) {
            for (var each : known.entrySet()) {
                Executable one = each.getValue();
                Object self = receiver(each.getKey(), one);
                boolean lacks = self == null && !Modifier.isStatic(one.getModifiers()) && !(one instanceof Constructor);
                if (lacks || stays(one)) {
                    continue;
                }
                now = each.getKey();
                OUT.println(now);
                keep(call(one, self, plausible(one)));
                renewIfChanged();
                if (one instanceof Method method && !POOL.containsKey(method.getReturnType())
                        && NativeObject.class.isAssignableFrom(method.getReturnType())) {
                    named(one, self);
                }
            }
        }
    }

    private static void abuse(String label, Executable one) throws Exception {
        Object self = receiver(label, one);
        if ((self == null && !Modifier.isStatic(one.getModifiers()) && !(one instanceof Constructor)) || stays(one)) {
            return;
        }
        Class<?>[] types = one.getParameterTypes();
        for (int at = 0; at < types.length; at++) {
            for (Object value : absurd(types[at])) {
                Object[] values = plausible(one);
                values[at] = value;
                call(one, receiver(label, one), values);
                renewIfChanged();
            }
        }
        Object[] nothing = new Object[types.length];
        for (int at = 0; at < types.length; at++) {
            nothing[at] = types[at].isPrimitive() ? absurd(types[at]).get(1) : null;
        }
        call(one, receiver(label, one), nothing);
        renewIfChanged();
    }

    private static void renewIfChanged() {
        if (!plan.toXml().equals(before)) {
            renew();
        }
    }

    /** Each method of a closed object, and each with a closed argument. */
    private static void closed(Map<String, Executable> known) throws Exception {
        for (Object one : POOL.values().toArray()) {
            if (one instanceof NativeObject object) {
                object.close();
            }
        }
        for (var each : known.entrySet()) {
            now = each.getKey();
            OUT.println("closed: " + now);
            Object self = receiver(now, each.getValue());
            if (self instanceof NativeObject) {
                try {
                    Method method = (Method) each.getValue();
                    method.invoke(self, plausible(method));
                    boolean reads = !stays(method) && method.getDeclaringClass() != Object.class && method.getReturnType() != List.class
                            && !Set.of("equals", "hashCode", "toString", "iterator").contains(method.getName());
                    if (reads) {
                        WRONG.putIfAbsent("a closed object answers: " + now, new AssertionError());
                    }
                } catch (InvocationTargetException e) {
                    if (!(e.getCause() instanceof IllegalStateException) && !(e.getCause() instanceof NullPointerException)) {
                        WRONG.putIfAbsent("of a closed object: " + now, e.getCause());
                    }
                }
            } else if (self != null || Modifier.isStatic(each.getValue().getModifiers())) {
                try {
                    if (each.getValue() instanceof Method method) {
                        method.invoke(self, plausible(method));
                    }
                } catch (InvocationTargetException e) {
                    if (MEANT.stream().noneMatch(type -> type.isInstance(e.getCause()))) {
                        WRONG.putIfAbsent("with closed arguments: " + now, e.getCause());
                    }
                }
            }
        }
    }

    private static void watch() {
        Thread watch = new Thread(() -> {
            while (true) {
                try {
                    Thread.sleep(1000);
                } catch (InterruptedException e) {
                    return;
                }
                if (System.nanoTime() - since > 60_000_000_000L) {
                    OUT.println("does not come back: " + now);
                    Runtime.getRuntime().halt(3);
                }
            }
        });
        watch.setDaemon(true);
        watch.start();
    }

    public static void main(String[] words) throws Exception {
        before = Homework.load(Path.of(words[0])).toXml();
        Files.writeString(Path.of("plan.xml"), before);
        renew();
        POOL.put(Problems.class, Problems.create());
        NAMES.add(null);
        for (List<?> records : List.of(plan.assignments(), plan.goals(), plan.measures(), plan.steps(), plan.persons(), plan.sessions())) {
            records.forEach(one -> NAMES.add(one.toString().replaceAll(".*\\[|\\]", "")));
        }
        calendar = plan.toCalendar(Instant.ofEpochSecond(1_795_366_800)).getBytes(StandardCharsets.UTF_8);
        try {
            plan.occurrences(LocalDate.MIN, LocalDate.MAX, Instant.MAX);
        } catch (HomeworkException e) {
            POOL.put(HomeworkException.class, e);
        }
        since = System.nanoTime();
        watch();
        Map<String, Executable> known = known();
        gather(known);
        for (var each : known.entrySet()) {
            now = each.getKey();
            OUT.println(now);
            abuse(now, each.getValue());
        }
        Set<String> unreached = new TreeSet<>();
        for (var each : known.entrySet()) {
            Executable one = each.getValue();
            if (!Modifier.isStatic(one.getModifiers()) && one instanceof Method && receiver(each.getKey(), one) == null) {
                unreached.add(each.getKey().substring(0, each.getKey().indexOf(' ')));
            }
        }
        closed(known);
        WRONG.forEach((what, thrown) -> {
            System.err.println(what + ": " + thrown);
            for (int i = 0; i < Math.min(6, thrown.getStackTrace().length); i++) {
                System.err.println("    " + thrown.getStackTrace()[i]);
            }
        });
        OUT.println(known.size() + " methods, " + calls + " calls, " + WRONG.size() + " wrong; no object of " + unreached);
        System.exit(WRONG.isEmpty() ? 0 : 1);
    }
}
