package dev.baton.engine.guard;

import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngineException;

/** Makes no object of a class that a model names; models name steps. */
class ClassLoadingGuard implements ArtifactFactory {

  @Override
  public <T> T getArtifact(Class<T> type) {
    throw new ProcessEngineException(
        "Models name steps here, no classes; refused: " + type.getName());
  }
}
