package dev.baton.demo.crm;

import dev.baton.demo.crm.SimulatedRecords.SimulatedRecord;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.HtmlUtils;

/** The records of a simulated system as a page, for who looks at both sides. */
final class SimulatedPage {
  private SimulatedPage() {}

  static byte[] of(SimulatedRecords records) {
    StringBuilder page =
        new StringBuilder(
            "<!DOCTYPE html><html lang=en><title>Simulated</title><h1>Simulated system</h1>");
    for (String type : records.types()) {
      page.append("<h2>").append(type).append("</h2><ul>");
      for (SimulatedRecord record : records.all(type)) {
        page.append("<li>").append(HtmlUtils.htmlEscape(record.values().toString()));
      }
      page.append("</ul>");
    }
    return page.toString().getBytes(StandardCharsets.UTF_8);
  }
}
