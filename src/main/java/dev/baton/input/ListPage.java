package dev.baton.input;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Page of a list.
 *
 * @param next number of the page that follows; null: this is the last one
 */
public record ListPage<T>(List<T> items, @Nullable Integer next) {

  /** Of what was found from its beginning on: one more than a page holds where another follows. */
  public static <T> ListPage<T> of(List<T> found, int size, int number) {
    return found.size() > size
        ? new ListPage<>(found.subList(0, size), number + 1)
        : new ListPage<>(found, null);
  }

  /**
   * The number of a page as a call names it.
   *
   * @throws InvalidInput where it is none
   */
  public static int number(String page) {
    if (!page.matches("\\d{1,5}")) {
      throw InvalidInput.at("page", "'%s' is not a page number from 0 on".formatted(page));
    }
    return Integer.parseInt(page);
  }
}
