package org.palimpsest.app.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.palimpsest.app.workbench.PlaceId;

/**
 * The style sheets of the window and of every room. Icons have their size in pixels, since an icon measures itself by its own font and
 * would grow without bound in em; for other text sizes the pixels are multiplied here.
 */
public final class StyleSheets {
    private static final String FOLDER = "/org/palimpsest/resources/themes/";
    private static final Pattern ICON_SIZE = Pattern.compile("(-fx-icon-size:\\s*)([0-9.]+)(px)?");

    private StyleSheets() {}

    /** Addresses of all sheets, with icons for text of {@code percent}. */
    public static List<String> all(int percent) {
        List<String> sheets = new ArrayList<>();
        for (String room : rooms()) {
            URL sheet = StyleSheets.class.getResource(FOLDER + room + ".css");
            if (sheet != null) {
                sheets.add(percent == 100 ? sheet.toExternalForm() : scaled(sheet, percent));
            }
        }
        return sheets;
    }

    /** The address of one sheet that is worn at times only. */
    static String named(String name) {
        return StyleSheets.class.getResource(FOLDER + name + ".css").toExternalForm();
    }

    /** The address of a sheet with this text. */
    static String of(String text) {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> rooms() {
        List<String> rooms =
                new ArrayList<>(List.of("palimpsest", "chart", "form", "pick", "tokens", "verdict", "shell"));
        for (PlaceId place : PlaceId.values()) {
            rooms.add(place.key());
        }
        return rooms;
    }

    private static String scaled(URL sheet, int percent) {
        try (InputStream in = sheet.openStream()) {
            return of(scaled(new String(in.readAllBytes(), StandardCharsets.UTF_8), percent));
        } catch (IOException e) {
            throw new UncheckedIOException(sheet + " cannot be read", e);
        }
    }

    /** The text of a sheet with every icon's size multiplied. */
    static String scaled(String sheet, int percent) {
        return ICON_SIZE.matcher(sheet).replaceAll(found -> "%s%.1fpx"
                .formatted(found.group(1), Double.parseDouble(found.group(2)) * percent / 100)
                .replace(',', '.')
                .toLowerCase(Locale.ROOT));
    }
}
