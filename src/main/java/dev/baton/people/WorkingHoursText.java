package dev.baton.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.sla.WorkingHours;
import java.util.List;
import java.util.Map;

/** Text format of working hours in a column. */
final class WorkingHoursText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private WorkingHoursText() {}

  static String write(WorkingHours hours) {
    try {
      return JSON.writeValueAsString(hours.asText());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Hours are plain text and always writable", e);
    }
  }

  static WorkingHours read(String column) {
    try {
      return WorkingHours.of(
          JSON.readValue(column, new TypeReference<Map<String, List<String>>>() {}));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Not working hours: " + column, e);
    }
  }
}
