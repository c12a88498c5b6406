package dev.baton.insight.eventlog;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writer of an event log in XES (IEEE 1849): a trace for each handoff, its events in it. */
public final class XesWriter {
  private final XMLStreamWriter xml;

  private XesWriter(OutputStream to) throws XMLStreamException {
    this.xml =
        XMLOutputFactory.newDefaultFactory()
            .createXMLStreamWriter(to, StandardCharsets.UTF_8.name());
  }

  /** The whole log; events of one case stand together. */
  public static byte[] of(List<ProcessEvent> events) {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    try {
      new XesWriter(to).log(events);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("An event log can be written", e);
    }
    return to.toByteArray();
  }

  private void log(List<ProcessEvent> events) throws XMLStreamException {
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.writeStartElement("log");
    xml.writeAttribute("xes.version", "1849-2016");
    xml.writeAttribute("xmlns", "http://www.xes-standard.org/");
    extension("Concept", "concept");
    extension("Time", "time");
    extension("Organizational", "org");
    String open = null;
    for (ProcessEvent event : events) {
      if (!event.handoff().equals(open)) {
        if (open != null) {
          xml.writeEndElement();
        }
        open = event.handoff();
        trace(event);
      }
      event(event);
    }
    if (open != null) {
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
  }

  private void extension(String name, String prefix) throws XMLStreamException {
    xml.writeEmptyElement("extension");
    xml.writeAttribute("name", name);
    xml.writeAttribute("prefix", prefix);
    xml.writeAttribute("uri", "http://www.xes-standard.org/%s.xesext".formatted(prefix));
  }

  private void trace(ProcessEvent first) throws XMLStreamException {
    xml.writeStartElement("trace");
    text("concept:name", first.handoff());
    text("lead", first.lead());
    text("source", first.source());
    text("segment", first.segment());
    text("band", first.band());
    text("team", first.team());
  }

  private void event(ProcessEvent event) throws XMLStreamException {
    xml.writeStartElement("event");
    text("concept:name", event.activity());
    value("date", "time:timestamp", event.at().toString());
    text("org:resource", event.resource());
    xml.writeEndElement();
  }

  private void text(String key, @Nullable String text) throws XMLStreamException {
    if (text != null) {
      value("string", key, text);
    }
  }

  private void value(String type, String key, String value) throws XMLStreamException {
    xml.writeEmptyElement(type);
    xml.writeAttribute("key", key);
    xml.writeAttribute("value", value);
  }
}
