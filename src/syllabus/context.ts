/** Syllabus, group C: vocabulary, history and the way a model is drawn. */
import type { SyllabusGroup } from "./item.js";

/** C1 to C9. */
export const CONTEXT: SyllabusGroup = {
  letter: "C",
  title: "Context, vocabulary, models",
  items: [
    {
      id: "C1",
      kind: "told",
      title: "AI, machine learning, deep learning: which contains which",
      sections: ["0.4"],
      done: ["lecture"],
    },
    {
      id: "C2",
      kind: "told",
      title: "Features by hand, and features that are learned",
      sections: ["0.5"],
      done: ["lecture"],
    },
    {
      id: "C3",
      kind: "told",
      title: "Why now: data, hardware, software; and what for",
      sections: ["0.9"],
      done: ["lecture"],
    },
    {
      id: "C4",
      kind: "told",
      title: "Supervised, reinforcement and self-supervised learning",
      sections: ["0.6"],
      done: ["lecture"],
    },
    {
      id: "C5",
      kind: "told",
      title: "A model with parameters, G(x, w); tensors",
      sections: ["0.7"],
      done: ["lecture"],
    },
    {
      id: "C6",
      kind: "told",
      title: "Block diagrams of a model, and what each shape means",
      sections: ["0.7", "1.13"],
      done: ["lecture"],
    },
    {
      id: "C7",
      kind: "told",
      title: "The two questions that every node answers",
      sections: ["1.13"],
      done: ["lecture"],
    },
    {
      id: "C8",
      kind: "told",
      title: "Neurons in the brain, and units in a network",
      sections: ["0.8"],
      done: ["lecture"],
    },
    {
      id: "C9",
      kind: "told",
      title: "History, from the first perceptron to today",
      sections: ["0.9"],
      done: ["lecture"],
    },
  ],
};
