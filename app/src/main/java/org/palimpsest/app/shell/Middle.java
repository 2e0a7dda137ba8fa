package org.palimpsest.app.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.palimpsest.app.shell.page.PageFrame;
import org.palimpsest.app.shell.page.PageId;
import org.palimpsest.app.workbench.Command;
import org.palimpsest.app.workbench.Navigator;
import org.palimpsest.app.workbench.Place;
import org.palimpsest.app.workbench.PlaceId;

/**
 * The middle of the window: the place one is at, or a page laid over it for a while. Places that were seen before stay in the scene, invisible,
 * since one that is taken out of it and put back has all its styles found anew, which takes a tenth of a second.
 */
final class Middle extends StackPane {
    private final Navigator navigator;
    private final Places places;
    private final Function<PageId, Region> pages;
    private final Consumer<PlaceId> marked;
    private final MenuKeys keys = new MenuKeys();
    private Place seen;
    private PageId page;

    /**
     * @param pages makes a page's content, each time anew
     * @param marked told which place is seen; null while a page is
     */
    Middle(Navigator navigator, Places places, Function<PageId, Region> pages, Consumer<PlaceId> marked) {
        this.navigator = navigator;
        this.places = places;
        this.pages = pages;
        this.marked = marked;
        getStyleClass().add("middle");
        // A place that wants more than there is loses it at its own edge, and never pushes rail or status line out of
        // the window.
        setMinSize(0, 0);
        setAlignment(Pos.TOP_LEFT);
        navigator.here().addListener((value, before, now) -> show(now));
    }

    /** Goes to a place, also from a page that lies over it. */
    void go(PlaceId place) {
        navigator.go(place);
        leavePage();
    }

    /** Goes to a place and opens it on something. */
    void open(PlaceId place, Object what) {
        leavePage();
        navigator.open(place, what);
    }

    private void show(PlaceId id) {
        Place next = places.get(id);
        page = null;
        if (seen != null && seen != next) {
            seen.hidden();
        }
        boolean other = seen != next;
        seen = next;
        put(next.view());
        marked.accept(id);
        if (other) {
            next.shown();
        }
    }

    /** Has {@code region} seen and nothing else. */
    private void put(Region region) {
        boolean takesFocus = isFocusWithin() && !region.isFocusWithin();
        getChildren().removeIf(child -> child instanceof PageFrame && child != region);
        keys.begin(getScene());
        getChildren().stream()
                .filter(child -> child.isVisible() && child != region)
                .forEach(child -> keys.hide(getScene(), child));
        if (!getChildren().contains(region)) {
            getChildren().add(region);
        }
        see(region, true);
        keys.show(getScene(), region);
        // Before the others: what is looked up by its id is found where it is seen.
        region.toBack();
        if (takesFocus) {
            region.requestFocus();
        }
        getChildren().forEach(child -> see(child, child == region));
    }

    private static void see(Node child, boolean seen) {
        child.setVisible(seen);
        child.setManaged(seen);
    }

    /** Takes the places that are not seen out of the scene until they are gone to, so that they are not dressed anew together with all else. */
    void letUnseenGo() {
        getChildren().removeIf(child -> !child.isVisible());
    }

    /** Lays a page over the place; the same page again takes it away. */
    void turn(PageId id) {
        if (id == page) {
            leavePage();
            return;
        }
        if (page == null && seen != null) {
            seen.hidden();
        }
        page = id;
        PageFrame frame = new PageFrame(id, pages.apply(id), this::leavePage);
        put(frame);
        marked.accept(null);
        frame.focus();
    }

    /** Back to the place under the page. */
    void leavePage() {
        if (page != null && seen != null) {
            page = null;
            put(seen.view());
            marked.accept(seen.id());
            seen.shown();
            seen.view().requestFocus();
        }
    }

    /** The page that is seen; null if a place is. */
    PageId page() {
        return page;
    }

    /** Commands of the place that is seen; none while a page is. */
    List<Command> commands() {
        return seen == null || page != null ? List.of() : seen.commands();
    }

    /** Commands of every place that was made, under its id. */
    Map<PlaceId, List<Command>> commandsOfPlaces() {
        Map<PlaceId, List<Command>> all = new EnumMap<>(PlaceId.class);
        for (PlaceId id : PlaceId.values()) {
            all.put(id, places.get(id).commands());
        }
        return all;
    }
}
