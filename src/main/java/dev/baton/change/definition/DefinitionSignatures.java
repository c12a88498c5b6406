package dev.baton.change.definition;

import dev.baton.engine.deploy.ModelsInForce;
import java.util.List;

/** Who has signed the changes that brought models in force. */
public interface DefinitionSignatures {

  /** Of the changes that brought some of them, the newest first. */
  List<Definition.SignedChange> of(ModelsInForce models);
}
