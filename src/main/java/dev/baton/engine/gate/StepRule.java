package dev.baton.engine.gate;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.is;

import dev.baton.engine.names.StepBeans;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** A delegate expression names a step that exists and fits the place. */
class StepRule implements ModelRule {
  private static final Pattern STEP = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

  private final StepBeans beans;

  StepRule(StepBeans beans) {
    this.beans = beans;
  }

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    model
        .all()
        .forEach(
            element ->
                attribute(element, "delegateExpression")
                    .ifPresent(expression -> check(element, expression, findings)));
  }

  private void check(Element element, String expression, Findings findings) {
    StepBeans.Use use = use(element);
    Matcher step = STEP.matcher(expression.strip());
    if (!step.matches()) {
      findings.add(element, "names no step: %s is more than a name", expression);
    } else if (!beans.has(step.group(1), use)) {
      findings.add(
          element,
          "calls '%s', which is no step for this place; there are: %s",
          step.group(1),
          beans.names(use));
    }
  }

  private static StepBeans.Use use(Element element) {
    if (is(element, "executionListener")) {
      return StepBeans.Use.EXECUTION_LISTENER;
    }
    return is(element, "taskListener") ? StepBeans.Use.TASK_LISTENER : StepBeans.Use.TASK;
  }
}
