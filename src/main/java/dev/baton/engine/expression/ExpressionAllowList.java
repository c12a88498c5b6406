package dev.baton.engine.expression;

import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.joda.time.ReadableDuration;
import org.joda.time.ReadableInstant;
import org.joda.time.ReadablePeriod;

/**
 * What an expression may do with a value: an allow-list by type. A type that isn't here can be
 * passed on, not looked into. Regular expressions and formats are left out: they can run for ever.
 */
public final class ExpressionAllowList {
  private record Allowed(Class<?> type, Pattern methods) {
    Allowed(Class<?> type, String methods) {
      this(type, Pattern.compile(methods));
    }
  }

  private static final String ALWAYS = "equals|compareTo|toString";
  private static final String TIME = "(plus|minus|with|is|to|get)[A-Za-z0-9]*";

  private static final List<Allowed> ALLOWED =
      List.of(
          new Allowed(
              CharSequence.class,
              "length|isEmpty|isBlank|equalsIgnoreCase|startsWith|endsWith|contains|indexOf"
                  + "|lastIndexOf|substring|trim|strip|toLowerCase|toUpperCase|charAt|concat"),
          new Allowed(Number.class, "(int|long|double)Value"),
          new Allowed(Boolean.class, "booleanValue"),
          new Allowed(Enum.class, "name|ordinal"),
          new Allowed(Date.class, "getTime|before|after|toInstant"),
          new Allowed(Temporal.class, TIME),
          new Allowed(TemporalAmount.class, TIME),
          new Allowed(ReadableInstant.class, TIME),
          new Allowed(ReadableDuration.class, TIME),
          new Allowed(ReadablePeriod.class, TIME),
          new Allowed(
              Collection.class,
              "size|isEmpty|contains|get|indexOf"
                  + "|get(SingleResult|FirstResult|SingleEntry|FirstEntry|Entry)|collectEntries"),
          new Allowed(
              Map.class,
              "size|isEmpty|containsKey|containsValue|get|getOrDefault|keySet|values"
                  + "|get(SingleEntry|FirstEntry|Entry)"),
          new Allowed(
              VariableScope.class,
              "(get|has)Variable(Local)?|getVariable(s|Names)|getId|getName|getDescription"
                  + "|get(Process)?BusinessKey|getProcess(Instance|Definition)Id|getParentId"
                  + "|getCurrentActivity(Id|Name)|getActivityInstanceId|getExecutionId"
                  + "|getEventName|getTenantId|isCanceled|getAssignee|getOwner|getPriority"
                  + "|getCreateTime|getDueDate|getFollowUpDate|getTaskDefinitionKey"));

  /** Of every object, and so of every type above; each leads out of what is allowed. */
  private static final Set<String> NEVER = Set.of("getClass", "getDeclaringClass");

  private ExpressionAllowList() {}

  public static boolean method(Object value, String name) {
    return ALLOWED.stream()
        .anyMatch(allowed -> allowed.type().isInstance(value) && allows(allowed, name));
  }

  /** An entry of a map or list, or what a getter gives that may be called. */
  public static boolean property(Object value, Object name) {
    if (value instanceof Map || value instanceof List || value.getClass().isArray()) {
      return true;
    }
    String text = String.valueOf(name);
    if (text.isEmpty()) {
      return false;
    }
    String upper = Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return method(value, "get" + upper) || method(value, "is" + upper);
  }

  /** Whether a method of this name is allowed on any type; what a reader of the text can know. */
  static boolean method(String name) {
    return ALLOWED.stream().anyMatch(allowed -> allows(allowed, name));
  }

  private static boolean allows(Allowed allowed, String name) {
    return !NEVER.contains(name)
        && (allowed.methods().matcher(name).matches() || name.matches(ALWAYS));
  }
}
