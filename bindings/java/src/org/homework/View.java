// SPDX-License-Identifier: MIT
package org.homework;

import java.util.AbstractList;
import java.util.Objects;
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
        return at.apply(Objects.checkIndex(index, size()));
    }

    @Override
    public int size() {
        return Math.toIntExact(count.getAsLong());
    }
}
