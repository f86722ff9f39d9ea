// SPDX-License-Identifier: MIT
package org.homework;

import java.util.function.LongConsumer;
import org.jetbrains.annotations.NotNull;

/**
 * The columns of a table as arrays, each a copy made at once: one value for each row.
 *
 * @since 0.2
 */
public abstract class TableColumns extends NativeObject {
    TableColumns(long address, NativeObject parent, LongConsumer free) {
        super(address, parent, free);
    }

    /** The index of a column. Throws IllegalArgumentException if there is none of that name. */
    public long column(@NotNull String name) {
        long found = ((Table) this).find(name);
        if (found < 0) {
            throw new IllegalArgumentException("there is no such column");
        }
        return found;
    }

    /** Whole numbers; seconds of planned times and instants since 1970. Of INT, LOCAL and INSTANT columns. */
    public @NotNull long[] longs(@NotNull String column) {
        return (long[]) copied(column, TableColumns::copyLongs, ColumnType.INT, ColumnType.LOCAL, ColumnType.INSTANT);
    }

    /** Numbers, NaN where there is none. Of NUMBER columns. */
    public @NotNull double[] doubles(@NotNull String column) {
        return (double[]) copied(column, TableColumns::copyDoubles, ColumnType.NUMBER);
    }

    /** Days since 1970 of DATE columns; of TEXT columns the places of their texts among the words, -1 where there is none. */
    public @NotNull int[] ints(@NotNull String column) {
        return (int[]) copied(column, TableColumns::copyInts, ColumnType.DATE, ColumnType.TEXT);
    }

    /** Of BOOL columns. */
    public boolean[] booleans(@NotNull String column) {
        return (boolean[]) copied(column, TableColumns::copyBooleans, ColumnType.BOOL);
    }

    /** The different texts of a TEXT column. */
    public @NotNull String[] words(@NotNull String column) {
        return (String[]) copied(column, TableColumns::copyWords, ColumnType.TEXT);
    }

    /** Of TEXT columns; null where there is none. */
    public @NotNull String[] strings(@NotNull String column) {
        String[] words = words(column);
        int[] codes = ints(column);
        String[] made = new String[codes.length];
        for (int i = 0; i < codes.length; i++) {
            made[i] = codes[i] < 0 ? null : words[codes[i]];
        }
        return made;
    }

    /** Of any column: 0 for no value, 1 for a value, 2 for a whole day (LOCAL only). */
    public @NotNull byte[] valid(@NotNull String column) {
        return (byte[]) copied(column, TableColumns::copyValid, ColumnType.values());
    }

    private interface Copy {
        Object of(long address, long column);
    }

    private Object copied(String name, Copy copy, ColumnType... types) {
        handle.hold();
        try {
            long column = column(name);
            ColumnType type = ((Table) this).columnType(column);
            if (!java.util.Arrays.asList(types).contains(type)) {
                throw new IllegalArgumentException("the column is of type " + type);
            }
            return copy.of(handle.address(), column);
        } finally {
            handle.release();
        }
    }

    private static native int[] copyInts(long address, long column);

    private static native long[] copyLongs(long address, long column);

    private static native double[] copyDoubles(long address, long column);

    private static native boolean[] copyBooleans(long address, long column);

    private static native byte[] copyValid(long address, long column);

    private static native String[] copyWords(long address, long column);
}
