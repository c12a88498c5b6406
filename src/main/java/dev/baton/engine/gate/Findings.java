package dev.baton.engine.gate;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.Problem;
import org.w3c.dom.Element;

/** What is wrong with one model, each with the element a designer can click on. */
public final class Findings {
  private record Finding(String getMessage, String getMainElementId) implements Problem {
    @Override
    public int getLine() {
      return 0;
    }

    @Override
    public int getColumn() {
      return 0;
    }

    @Override
    public List<String> getElementIds() {
      return getMainElementId.isEmpty() ? List.of() : List.of(getMainElementId);
    }
  }

  private final List<Problem> problems = new ArrayList<>();

  /** Notes a sentence about an element; it goes on where the element's label ends. */
  public void add(Element element, String predicate, Object... values) {
    add(
        ModelXml.id(ModelXml.shown(element)),
        ModelXml.label(element) + " " + predicate.formatted(values));
  }

  public void add(String elementId, String sentence) {
    Finding finding = new Finding(sentence, elementId);
    if (!problems.contains(finding)) {
      problems.add(finding);
    }
  }

  /** Whether something is noted about an element already. */
  public boolean has(Element element) {
    String id = ModelXml.id(ModelXml.shown(element));
    return problems.stream().anyMatch(problem -> id.equals(problem.getMainElementId()));
  }

  public List<Problem> problems() {
    return problems;
  }
}
