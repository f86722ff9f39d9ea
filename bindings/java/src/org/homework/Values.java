// SPDX-License-Identifier: MIT
package org.homework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;

/** Java's values as what crosses to C. */
final class Values {
    private Values() {
    }

    static LocalDate date(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    static String text(Object value) {
        return value == null ? null : value.toString();
    }

    static String[] texts(Object[] values) {
        return values == null ? null : Arrays.stream(values).map(Values::text).toArray(String[]::new);
    }

    static long seconds(Instant instant, String name) {
        return Objects.requireNonNull(instant, () -> name + " must not be null").getEpochSecond();
    }

    static int number(Enum<?> one, String name) {
        return Objects.requireNonNull(one, () -> name + " must not be null").ordinal();
    }

    static int[] numbers(Enum<?>[] values) {
        return values == null ? null : Arrays.stream(values).mapToInt(one -> number(one, "one of them")).toArray();
    }

    static int length(double[] array) {
        return array == null ? 0 : array.length;
    }

    static int length(byte[] array) {
        return array == null ? 0 : array.length;
    }

    static int length(Object[] array) {
        return array == null ? 0 : array.length;
    }

    static int length(java.util.List<?> list) {
        return list == null ? 0 : list.size();
    }

    /** Columns of one table are of one length; one that may be missing is null. */
    static void same(Object a, Object b) {
        int first = a == null ? -1 : java.lang.reflect.Array.getLength(a);
        int second = b == null ? -1 : java.lang.reflect.Array.getLength(b);
        if (first >= 0 && second >= 0 && first != second) {
            throw new IllegalArgumentException("arrays of " + first + " and of " + second + " values");
        }
    }
}
