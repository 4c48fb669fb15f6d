"""Plans of fictional cities in the layout of the real one, with their truth: unseen material for parser and answers."""

from evals.fictional.generator import generate
from evals.fictional.options import PlanOptions
from evals.fictional.records import FictionalPlan, PlanTruth, Principle
from evals.fictional.schedules import tells_years
from evals.from_records.truth import ProjectTruth

__all__ = ["FictionalPlan", "PlanOptions", "PlanTruth", "Principle", "ProjectTruth", "generate", "tells_years"]
