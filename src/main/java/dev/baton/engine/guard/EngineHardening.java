package dev.baton.engine.guard;

import dev.baton.engine.asked.AskedTableRule;
import dev.baton.engine.asked.CoveredRowRule;
import dev.baton.engine.asked.KnownNames;
import dev.baton.engine.asked.ReachableLineRule;
import dev.baton.engine.asked.SharedWordRule;
import dev.baton.engine.asked.TableAnswers;
import dev.baton.engine.diagram.DiagramRules;
import dev.baton.engine.gate.DeploymentGate;
import dev.baton.engine.gate.GateRules;
import dev.baton.engine.gate.ShippedModels;
import dev.baton.engine.names.KnownStaff;
import dev.baton.engine.names.StepBeans;
import dev.baton.input.AnswerForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.GenericManagerFactory;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;

/**
 * Closes the ways on which a model, a query or a variable could run code in the engine: expressions
 * only read, scripts are off, objects of foreign types stay shut, nobody is locked out, and the
 * gate looks at every model before the engine does.
 */
public final class EngineHardening {
  /** The one group whose members are the engine's administrators, in each engine that runs here. */
  public static final String ADMINISTRATORS = "camunda-admin";

  private EngineHardening() {}

  public static void close(
      ProcessEngineConfigurationImpl configuration,
      StepBeans beans,
      ShippedModels models,
      Supplier<Set<String>> calendars,
      Supplier<List<AnswerForm>> forms,
      Supplier<List<KnownStaff>> staff,
      TableAnswers answers) {
    configuration.setExpressionManager(new ExpressionGuard(beans));
    configuration.setScriptEngineResolver(new ScriptGuard());
    configuration.setEnableFetchScriptEngineFromProcessApplication(false);
    configuration.setArtifactFactory(new ClassLoadingGuard());
    configuration.setEnableExpressionsInAdhocQueries(false);
    configuration.setJavaSerializationFormatEnabled(false);
    configuration.setDeserializationTypeValidationEnabled(true);
    configuration.setDeserializationAllowedPackages("dev.baton");
    configuration.setEnableXxeProcessing(false);
    configuration.setEnablePasswordPolicy(true);
    configuration.setPasswordPolicy(new EnginePasswordPolicy());
    configuration.setIdentityProviderSessionFactory(
        new GenericManagerFactory(NeverLockingIdentityProvider.class));
    configuration.setCustomSessionFactories(new ArrayList<>(DeletionGuard.factories()));
    KnownNames names = new KnownNames(calendars, forms, staff);
    List<Deployer> before = new ArrayList<>();
    before.add(
        new DeploymentGate(
            GateRules.of(
                beans,
                models,
                calendars,
                staff,
                DiagramRules.of(beans, models, forms),
                List.of(
                    DiagramRules.ofTables(),
                    new CoveredRowRule(),
                    new AskedTableRule(models, answers, names),
                    new SharedWordRule(models, answers, names),
                    new ReachableLineRule(models, answers))),
            forms));
    if (configuration.getCustomPreDeployers() != null) {
      before.addAll(configuration.getCustomPreDeployers());
    }
    configuration.setCustomPreDeployers(before);
  }
}
