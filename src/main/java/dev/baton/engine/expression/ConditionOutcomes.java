package dev.baton.engine.expression;

import java.beans.FeatureDescriptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.SimpleContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;

/**
 * What a condition of a flow can come to when some of its variables are known. It is computed as
 * the engine would, but reads nothing except variables: whatever needs more can come to both.
 */
public final class ConditionOutcomes {
  private static final Set<Boolean> EITHER = Set.of(true, false);
  private static final int MOST = 500;
  private static final ExpressionFactoryImpl EXPRESSIONS = new ExpressionFactoryImpl();

  private ConditionOutcomes() {}

  /**
   * Both where it can't be told.
   *
   * @param known variables with their values; others are tried with the words that the condition
   *     compares them with
   */
  public static Set<Boolean> of(String condition, Map<String, Object> known) {
    List<Map<String, Object>> cases = new ArrayList<>(List.of(known));
    for (String name : ExpressionCheck.names(condition)) {
      if (!known.containsKey(name)) {
        cases = each(cases, name, tried(condition, name));
      }
      if (cases.size() > MOST) {
        return EITHER;
      }
    }
    Set<Boolean> outcomes = new TreeSet<>();
    for (Map<String, Object> variables : cases) {
      if (!(value(condition, variables) instanceof Boolean outcome)) {
        return EITHER;
      }
      outcomes.add(outcome);
    }
    return outcomes;
  }

  /** Each case with each value of one variable more. */
  public static List<Map<String, Object>> each(
      List<Map<String, Object>> cases, String name, Set<?> values) {
    List<Map<String, Object>> more = new ArrayList<>();
    for (Map<String, Object> variables : cases) {
      for (Object value : values) {
        Map<String, Object> one = new HashMap<>(variables);
        one.put(name, value);
        more.add(one);
      }
    }
    return more;
  }

  private static Set<Object> tried(String condition, String name) {
    Set<Object> values = new LinkedHashSet<>(EITHER);
    ExpressionCheck.comparisons(condition).stream()
        .filter(each -> each.name().equals(name))
        .forEach(each -> values.add(each.word()));
    return values;
  }

  private static @Nullable Object value(String condition, Map<String, Object> variables) {
    try {
      ELContext context = new SimpleContext(new Variables(variables));
      return EXPRESSIONS.createValueExpression(context, condition, Object.class).getValue(context);
    } catch (ELException | IllegalArgumentException e) {
      return null;
    }
  }

  /** Variables alone: no property of a value, no method, no bean. */
  private static final class Variables extends ELResolver {
    private final Map<String, Object> values;

    Variables(Map<String, Object> values) {
      this.values = values;
    }

    @Override
    public @Nullable Object getValue(
        ELContext context, @Nullable Object base, @Nullable Object name) {
      if (base != null || !values.containsKey(String.valueOf(name))) {
        return null;
      }
      context.setPropertyResolved(true);
      return values.get(String.valueOf(name));
    }

    @Override
    public Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object name) {
      return Object.class;
    }

    @Override
    public void setValue(
        ELContext context, @Nullable Object base, @Nullable Object name, @Nullable Object value) {
      throw new ELException("A condition sets nothing");
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object name) {
      return true;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
      return null;
    }

    @Override
    public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(
        ELContext context, @Nullable Object base) {
      return null;
    }
  }
}
