package sluice.engine.state;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.RandomAccess;

/**
 * A list that only grows, whose elements may be replaced, and of which a picture can be had at any time.
 *
 * <p>A picture shares its pages with the list until they change, so that ten a second cost little however long the list
 * is. Confined to the desk thread; the pictures are immutable.
 */
final class Roll<T> {

    private static final int PAGE = 128;

    private final List<Object[]> pages = new ArrayList<>();
    private final BitSet shared = new BitSet();
    private int size;
    private List<T> picture = List.of();
    private boolean pictured = true;

    int size() {
        return size;
    }

    T get(int index) {
        return element(pages.get(index / PAGE), index);
    }

    void add(T element) {
        if (size == pages.size() * PAGE) {
            pages.add(new Object[PAGE]);
        }
        set(size++, element);
    }

    void set(int index, T element) {
        int page = index / PAGE;
        if (shared.get(page)) {
            pages.set(page, pages.get(page).clone());
            shared.clear(page);
        }
        pages.get(page)[index % PAGE] = element;
        pictured = false;
    }

    /** All elements as they are now. */
    List<T> picture() {
        if (!pictured) {
            picture = new Picture<>(pages.toArray(new Object[0][]), size);
            shared.set(0, pages.size());
            pictured = true;
        }
        return picture;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T element(Object[] page, int index) {
        return (T) page[index % PAGE];
    }

    private static final class Picture<T> extends AbstractList<T> implements RandomAccess {

        private final Object[][] pages;
        private final int size;

        Picture(Object[][] pages, int size) {
            this.pages = pages;
            this.size = size;
        }

        @Override
        public T get(int index) {
            if (index < 0 || index >= size) {
                throw new IndexOutOfBoundsException("element " + index + " of " + size);
            }
            return element(pages[index / PAGE], index);
        }

        @Override
        public int size() {
            return size;
        }
    }
}
