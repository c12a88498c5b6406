package dev.baton.engine.gate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.w3c.dom.Element;

/** A table's XML with other cells. */
final class TableCells {
  private TableCells() {}

  /** With another output cell of a row. */
  static String with(String xml, String row, String column, String cell) {
    int at = columns(xml).indexOf(column);
    int from = xml.indexOf("<rule id=\"" + row + "\"");
    for (int skip = 0; skip <= at; skip++) {
      from = xml.indexOf("<outputEntry", from + 1);
    }
    int text = xml.indexOf("<text", from);
    int end = xml.indexOf("</outputEntry>", text);
    String escaped = cell.replace("&", "&amp;").replace("<", "&lt;");
    return xml.substring(0, text) + "<text>" + escaped + "</text>" + xml.substring(end);
  }

  private static List<String> columns(String xml) {
    try {
      return ModelXml.parse(xml.getBytes(StandardCharsets.UTF_8))
          .all("output")
          .map((Element output) -> output.getAttribute("name"))
          .toList();
    } catch (ModelXml.Unreadable e) {
      throw new IllegalArgumentException(e);
    }
  }
}
