package dev.baton.engine.guard;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Gives no script engine for any language: a script in a model would be code on our server. */
class ScriptGuard implements ScriptEngineResolver {

  @Override
  public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
    throw new ProcessEngineException("Scripts are switched off here; refused: " + language);
  }

  @Override
  public void addScriptEngineFactory(ScriptEngineFactory factory) {
    throw new ProcessEngineException("Scripts are switched off here");
  }

  @Override
  public ScriptEngineManager getScriptEngineManager() {
    throw new ProcessEngineException("Scripts are switched off here");
  }
}
