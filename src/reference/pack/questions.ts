/** The reference pack: the questions as a file, so that the other machine computes no inputs. */
import { decodeCall, type EncodedCall, encodeCall } from "../recording/encoding.js";
import type { QuestionsOfFunction } from "../recording/record.js";

/** What the pack's program must know beside its code. */
export interface PackedQuestions {
  /** Version of the package `webgpu` that the pack's library came from. */
  readonly webgpu: string;
  readonly questions: readonly QuestionsOfFunction[];
}

/** As the text of a JSON file. */
export function questionsText({ webgpu, questions }: PackedQuestions): string {
  const encoded = questions.map(({ name, calls }) => ({ name, calls: calls.map(encodeCall) }));
  return JSON.stringify({ webgpu, questions: encoded });
}

/** From the text of {@link questionsText}. */
export function readQuestions(text: string): PackedQuestions {
  const { webgpu, questions } = JSON.parse(text) as {
    webgpu: string;
    questions: { name: string; calls: EncodedCall[] }[];
  };
  const decoded = questions.map(({ name, calls }) => ({ name, calls: calls.map(decodeCall) }));
  return { webgpu, questions: decoded };
}
