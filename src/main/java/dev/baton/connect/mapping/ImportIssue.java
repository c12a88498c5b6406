package dev.baton.connect.mapping;

import dev.baton.input.Sentences;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row, or odd about it.
 *
 * @param column null: the row as a whole
 * @param field null where the column holds none
 */
public record ImportIssue(@Nullable String column, @Nullable String field, String message) {

  public ImportIssue in(Locale locale) {
    return new ImportIssue(column, field, Sentences.in(locale, message));
  }
}
