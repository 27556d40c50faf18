"""Data to learn from: points and the class of each, and the recipes that make them."""

from engine.datasets.blobs import Blobs
from engine.datasets.by_hand import DrawnPoints, PointEdits
from engine.datasets.catalogue import KINDS, Kind, Parameter, kind_of
from engine.datasets.checking import LARGEST, MEMORY_LIMIT, check_seed
from engine.datasets.circles import Circles
from engine.datasets.dataset import Dataset
from engine.datasets.gaussians import TwoGaussians, two_gaussians
from engine.datasets.moons import Moons
from engine.datasets.one_against_rest import OneAgainstRest, two_classes_of
from engine.datasets.recipe import Recipe
from engine.datasets.scaling import Scaling
from engine.datasets.spirals import Spirals
from engine.datasets.xor import Xor

__all__ = [
    "KINDS",
    "LARGEST",
    "MEMORY_LIMIT",
    "Blobs",
    "Circles",
    "Dataset",
    "DrawnPoints",
    "Kind",
    "Moons",
    "OneAgainstRest",
    "Parameter",
    "PointEdits",
    "Recipe",
    "Scaling",
    "Spirals",
    "TwoGaussians",
    "Xor",
    "check_seed",
    "kind_of",
    "two_classes_of",
    "two_gaussians",
]
