/** Syllabus, group C: vocabulary, history and the way a model is drawn. */
import type { SyllabusGroup } from "./item.js";

/** C1 to C9. */
export const CONTEXT: SyllabusGroup = {
  letter: "C",
  title: "Context, vocabulary, models",
  items: [
    { id: "C1", kind: "told", title: "AI, machine learning, deep learning: which contains which" },
    { id: "C2", kind: "told", title: "Features by hand, and features that are learned" },
    { id: "C3", kind: "told", title: "Why now: data, hardware, software; and what for" },
    { id: "C4", kind: "told", title: "Supervised, reinforcement and self-supervised learning" },
    { id: "C5", kind: "told", title: "A model with parameters, G(x, w); tensors" },
    { id: "C6", kind: "told", title: "Block diagrams of a model, and what each shape means" },
    { id: "C7", kind: "told", title: "The two questions that every node answers" },
    { id: "C8", kind: "told", title: "Neurons in the brain, and units in a network" },
    { id: "C9", kind: "told", title: "History, from the first perceptron to today" },
  ],
};
