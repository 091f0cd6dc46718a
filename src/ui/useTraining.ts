import { type Training, trainingOf } from "../model/training";
import { documentOf } from "../store/documentSlice";
import { useApp } from "./StoreContext";

/** How the document on screen is learned from. */
export function useTraining(): Training {
  return useApp((state) => trainingOf(documentOf(state)));
}
