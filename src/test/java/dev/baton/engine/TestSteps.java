package dev.baton.engine;

import dev.baton.engine.deploy.DeploymentListener;
import dev.baton.engine.names.KnownCalendars;
import dev.baton.engine.names.KnownStaff;
import dev.baton.engine.names.StepBeans;
import dev.baton.handoff.answer.AnswerSchema;
import dev.baton.input.AnswerForms;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Steps without an application around them. */
final class TestSteps {
  private TestSteps() {}

  static StepBeans none() {
    return of(Map.of());
  }

  static StepBeans of(Map<String, Object> beans) {
    StaticListableBeanFactory factory = new StaticListableBeanFactory();
    beans.forEach(factory::addBean);
    return new StepBeans(factory);
  }

  /** Somebody keeps the calendars of two territories. */
  static ObjectProvider<KnownCalendars> calendars() {
    StaticListableBeanFactory factory = new StaticListableBeanFactory();
    factory.addBean("calendars", (KnownCalendars) () -> Set.of("dach", "france"));
    return factory.getBeanProvider(KnownCalendars.class);
  }

  /** What a rep answers. */
  static ObjectProvider<AnswerForms> forms() {
    StaticListableBeanFactory factory = new StaticListableBeanFactory();
    factory.addBean("forms", new AnswerSchema());
    return factory.getBeanProvider(AnswerForms.class);
  }

  /** Nobody who wants to hear of deployments. */
  static ObjectProvider<DeploymentListener> deployments() {
    return new StaticListableBeanFactory().getBeanProvider(DeploymentListener.class);
  }

  /** Two reps and a team of their own. */
  static ObjectProvider<KnownStaff> staff() {
    StaticListableBeanFactory factory = new StaticListableBeanFactory();
    factory.addBean(
        "staff",
        new KnownStaff() {
          @Override
          public Set<String> owners() {
            return Set.of("ben", "rita");
          }

          @Override
          public Set<String> teams() {
            return Set.of("default", "nordics");
          }
        });
    return factory.getBeanProvider(KnownStaff.class);
  }
}
