package dev.baton.engine;

import static dev.baton.engine.ModelXml.attribute;
import static dev.baton.engine.ModelXml.is;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** A delegate expression names a step that exists and fits the place. */
class StepRule implements ModelRule {
  private static final Pattern STEP = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

  private final Steps steps;

  StepRule(Steps steps) {
    this.steps = steps;
  }

  @Override
  public void check(ModelXml model, InReach inReach, Findings findings) {
    model
        .all()
        .forEach(
            element ->
                attribute(element, "delegateExpression")
                    .ifPresent(expression -> check(element, expression, findings)));
  }

  private void check(Element element, String expression, Findings findings) {
    Steps.Use use = use(element);
    Matcher step = STEP.matcher(expression.strip());
    if (!step.matches()) {
      findings.add(element, "names no step: %s is more than a name", expression);
    } else if (!steps.has(step.group(1), use)) {
      findings.add(
          element,
          "calls '%s', which is no step for this place; there are: %s",
          step.group(1),
          steps.names(use));
    }
  }

  private static Steps.Use use(Element element) {
    if (is(element, "executionListener")) {
      return Steps.Use.EXECUTION_LISTENER;
    }
    return is(element, "taskListener") ? Steps.Use.TASK_LISTENER : Steps.Use.TASK;
  }
}
