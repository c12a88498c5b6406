package dev.baton.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** JSON of what a choice was made from, as the ledger keeps it; null where there was none. */
record ChoiceInputJson(ObjectMapper json) {

  @Nullable String write(@Nullable ChoiceInput input) {
    try {
      return input == null ? null : json.writeValueAsString(input);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What was considered is plain data and always writable", e);
    }
  }

  @Nullable ChoiceInput read(@Nullable String column) {
    try {
      return column == null ? null : json.readValue(column, ChoiceInput.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The ledger has a line that nobody can read", e);
    }
  }
}
