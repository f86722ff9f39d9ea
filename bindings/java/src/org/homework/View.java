// SPDX-License-Identifier: MIT
package org.homework;

import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;

/** A list that reads what it is asked for. */
final class View<T> extends AbstractList<T> implements RandomAccess {
    private final LongSupplier count;
    private final LongFunction<T> at;

    View(LongSupplier count, LongFunction<T> at) {
        this.count = count;
        this.at = at;
    }

    @Override
    public T get(int index) {
        return at.apply(checked(index, count.getAsLong()));
    }

    @Override
    public int size() {
        return Math.toIntExact(count.getAsLong());
    }

    /** Objects.checkIndex() of longs is of Java 16, and Android has it from API 34 on. */
    static long checked(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("index " + index + " of " + size);
        }
        return index;
    }
}
