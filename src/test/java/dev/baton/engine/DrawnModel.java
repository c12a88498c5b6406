package dev.baton.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A diagram for a process that a test wrote down without one: a shape for each element with an id.
 */
public final class DrawnModel {
  private static final String DI =
      " xmlns:bpmndi='http://www.omg.org/spec/BPMN/20100524/DI'"
          + " xmlns:dc='http://www.omg.org/spec/DD/20100524/DC'"
          + " xmlns:di='http://www.omg.org/spec/DD/20100524/DI'";
  private static final Pattern ELEMENT =
      Pattern.compile(
          "<(?:\\w+:)?(\\w*Task|task|\\w+Gateway|\\w+Event|subProcess|transaction"
              + "|callActivity|sequenceFlow)\\s[^>]*?\\bid=['\"]([^'\"]+)['\"]");

  private DrawnModel() {}

  /** The whole file with a plane of its own. */
  public static String of(String xml, String process) {
    return xml.replaceFirst("(<(?:\\w+:)?definitions\\b)", "$1" + DI)
        .replaceFirst(
            "(</(?:\\w+:)?definitions>)",
            Matcher.quoteReplacement(
                    "<bpmndi:BPMNDiagram id='drawing'><bpmndi:BPMNPlane id='plane' bpmnElement='%s'>%s</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>"
                        .formatted(process, shapes(xml)))
                + "$1");
  }

  /** What is to be added to a plane for these elements. */
  public static String shapes(String xml) {
    StringBuilder shapes = new StringBuilder();
    Matcher elements = ELEMENT.matcher(xml);
    while (elements.find()) {
      String id = elements.group(2);
      shapes.append(
          elements.group(1).equals("sequenceFlow")
              ? ("<bpmndi:BPMNEdge id='%1$s_di' bpmnElement='%1$s'><di:waypoint x='1' y='1'/>"
                      + "<di:waypoint x='9' y='9'/></bpmndi:BPMNEdge>")
                  .formatted(id)
              : ("<bpmndi:BPMNShape id='%1$s_di' bpmnElement='%1$s'>"
                      + "<dc:Bounds x='1' y='1' width='36' height='36'/></bpmndi:BPMNShape>")
                  .formatted(id));
    }
    return shapes.toString();
  }
}
