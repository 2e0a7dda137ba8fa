package org.palimpsest.app.workbench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What was done, to be undone and done again. */
public final class Undo {
    private static final int LIMIT = 100;

    private final Deque<Edit> done = new ArrayDeque<>();
    private final Deque<Edit> undone = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Optional<Edit>> last = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Does something and remembers how to undo it. */
    public void perform(Edit edit) {
        edit.redo().run();
        done.push(edit);
        if (done.size() > LIMIT) {
            done.removeLast();
        }
        undone.clear();
        tell();
    }

    /** Undoes the last thing done; says what it was. */
    public Optional<Edit> undo() {
        Edit edit = done.poll();
        if (edit != null) {
            edit.undo().run();
            undone.push(edit);
            tell();
        }
        return Optional.ofNullable(edit);
    }

    /** Does again what was undone last; says what it was. */
    public Optional<Edit> redo() {
        Edit edit = undone.poll();
        if (edit != null) {
            edit.redo().run();
            done.push(edit);
            tell();
        }
        return Optional.ofNullable(edit);
    }

    /** What {@link #undo} would undo. */
    public ReadOnlyObjectProperty<Optional<Edit>> last() {
        return last.getReadOnlyProperty();
    }

    public boolean canRedo() {
        return !undone.isEmpty();
    }

    private void tell() {
        last.set(Optional.ofNullable(done.peek()));
    }
}
