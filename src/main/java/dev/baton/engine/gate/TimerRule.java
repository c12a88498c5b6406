package dev.baton.engine.gate;

import static dev.baton.engine.gate.ModelXml.attribute;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.Duration;
import org.camunda.bpm.engine.impl.calendar.DateTimeUtil;
import org.w3c.dom.Element;

/**
 * Timers and due dates can be read, and none repeats: a repetition that falls into a downtime is
 * lost, and one due in the middle of a step runs against itself.
 */
class TimerRule implements ModelRule {
  private static final List<String> DATES = List.of("dueDate", "followUpDate");
  private static final Pattern REPEATED = Pattern.compile("R\\d+/(P.+)");

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    model
        .all("timeCycle")
        .forEach(
            timer ->
                findings.add(
                    timer,
                    "repeats (%s); a repetition is lost while the application is down, use one"
                        + " timer each",
                    ModelXml.text(timer)));
    model.all("timeDuration").forEach(timer -> duration(timer, ModelXml.text(timer), findings));
    model.all("timeDate").forEach(timer -> date(timer, ModelXml.text(timer), findings));
    model.all("failedJobRetryTimeCycle").forEach(cycle -> retries(cycle, findings));
    model
        .all()
        .forEach(
            element ->
                DATES.forEach(
                    name ->
                        attribute(element, name)
                            .ifPresent(text -> dateOrDuration(element, text, findings))));
  }

  private static void dateOrDuration(Element element, String text, Findings findings) {
    if (text.startsWith("P")) {
      duration(element, text, findings);
    } else {
      date(element, text, findings);
    }
  }

  private static void duration(Element element, String text, Findings findings) {
    if (!isExpression(text) && !isDuration(text)) {
      findings.add(element, "waits for '%s', which is no duration such as PT4H or P1D", text);
    }
  }

  private static void date(Element element, String text, Findings findings) {
    if (!isExpression(text) && !isDate(text)) {
      findings.add(
          element, "waits for '%s', which is no instant; read a variable such as ${dueAt}", text);
    }
  }

  /** A cycle that the engine can't read would mean three attempts at once, without a word. */
  private static void retries(Element cycle, Findings findings) {
    String text = ModelXml.text(cycle);
    var repeated = REPEATED.matcher(text);
    Stream<String> intervals =
        repeated.matches() ? Stream.of(repeated.group(1)) : Stream.of(text.split(",", -1));
    if (!isExpression(text) && !intervals.map(String::strip).allMatch(TimerRule::isDuration)) {
      findings.add(cycle, "retries after '%s', which is no list such as PT1M,PT10M", text);
    }
  }

  private static boolean isExpression(String text) {
    return text.startsWith("${") || text.startsWith("#{");
  }

  private static boolean isDuration(String text) {
    try {
      Duration duration = DatatypeFactory.newInstance().newDuration(text);
      return duration.getSign() > 0;
    } catch (IllegalArgumentException e) {
      return false;
    } catch (DatatypeConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isDate(String text) {
    try {
      DateTimeUtil.parseDateTime(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
