package dev.baton.routing;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.sql.JsonColumn;
import org.jspecify.annotations.Nullable;

/** JSON of what a choice was made from, as the ledger keeps it; null where there was none. */
record ChoiceInputJson(ObjectMapper json) {

  @Nullable String write(@Nullable ChoiceInput input) {
    return input == null ? null : JsonColumn.write(json, input);
  }

  @Nullable ChoiceInput read(@Nullable String column) {
    return column == null ? null : JsonColumn.read(json, column, ChoiceInput.class);
  }
}
