package dev.baton.people;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.sla.WorkingHours;
import dev.baton.sql.JsonColumn;

/** Text format of working hours in a column. */
final class WorkingHoursText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private WorkingHoursText() {}

  static String write(WorkingHours hours) {
    return JsonColumn.write(JSON, hours.asText());
  }

  static WorkingHours read(String column) {
    return WorkingHours.of(JsonColumn.read(JSON, column, new TypeReference<>() {}));
  }
}
