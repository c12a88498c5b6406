package dev.baton.engine.guard;

import dev.baton.engine.expression.ExpressionAllowList;
import dev.baton.engine.names.StepBeans;
import java.beans.FeatureDescriptor;
import java.util.Iterator;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates expressions of models, filters and queries. They see variables and {@link StepBeans},
 * and what they do with a value is on the list of {@link ExpressionAllowList}: everybody who may
 * query tasks can bring an expression along (CVE-2026-109432).
 */
class ExpressionGuard extends JuelExpressionManager {
  private final StepBeans steps;

  ExpressionGuard(StepBeans steps) {
    this.steps = steps;
  }

  @Override
  protected ELResolver createElResolver() {
    CompositeELResolver resolvers = new CompositeELResolver();
    resolvers.add(new Guard());
    // before variables: whoever submits a task could otherwise name a variable like a step
    resolvers.add(new StepsByName());
    resolvers.add(new VariableScopeElResolver());
    resolvers.add(new VariableContextElResolver());
    resolvers.add(new ArrayELResolver(true));
    resolvers.add(new ListELResolver(true));
    resolvers.add(new MapELResolver(true));
    resolvers.add(new BeanELResolver(true));
    return resolvers;
  }

  /** Asked first about every access to a value; resolves nothing itself. */
  private static final class Guard extends Resolver {
    @Override
    public @Nullable Object getValue(ELContext context, Object base, Object property) {
      if (base != null && !ExpressionAllowList.property(base, property)) {
        throw refused(base, "property '%s'".formatted(property));
      }
      return null;
    }

    @Override
    public @Nullable Object invoke(
        ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
      if (base != null && !ExpressionAllowList.method(base, String.valueOf(method))) {
        throw refused(base, "method '%s'".formatted(method));
      }
      return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
      if (base != null) {
        throw refused(base, "changing '%s'".formatted(property));
      }
    }

    private static ELException refused(Object base, String what) {
      return new ELException(
          "Expressions here only read values; refused: %s of %s"
              .formatted(what, base.getClass().getSimpleName()));
    }
  }

  private final class StepsByName extends Resolver {
    @Override
    public @Nullable Object getValue(ELContext context, Object base, Object property) {
      if (base == null && property instanceof String name && steps.has(name)) {
        context.setPropertyResolved(true);
        return steps.get(name);
      }
      return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {}
  }

  private abstract static class Resolver extends ELResolver {
    @Override
    public @Nullable Class<?> getType(ELContext context, Object base, Object property) {
      return null;
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
      return true;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
      return Object.class;
    }

    @Override
    public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(
        ELContext context, Object base) {
      return null;
    }
  }
}
