// The labels of taxonomy.csv; `TaxonomyTests` holds them against that file.

extension CodeList {
  /// Policy areas (Annex 2, field 11).
  public static let policyArea = CodeList(
    name: "policy_area",
    entries: [
      CodeEntry(
        code: "asset_disclosure", en: "Asset Disclosure",
        es: "Declaraciones patrimoniales",
        fr: "Divulgation d’actifs", aliases: []),
      CodeEntry(
        code: "audits_controls", en: "Audits & Controls",
        es: "Auditorías y controles",
        fr: "Audits et contrôles", aliases: []),
      CodeEntry(
        code: "beneficial_ownership", en: "Beneficial Ownership",
        es: "Beneficiarios finales",
        fr: "Propriété bénéficiaire", aliases: []),
      CodeEntry(
        code: "civic_space", en: "Civic Space",
        es: "Espacio cívico",
        fr: "Espace civique", aliases: []),
      CodeEntry(
        code: "conflict_of_interest", en: "Conflict of Interest",
        es: "Conflicto de interés",
        fr: "Conflit d’intérêt", aliases: []),
      CodeEntry(
        code: "crisis_response", en: "Crisis Response",
        es: "Respuesta a la pandemia",
        fr: "Réponse à la pandémie", aliases: []),
      CodeEntry(
        code: "digital_governance", en: "Digital Governance",
        es: "Gobernanza digital",
        fr: "Gouvernance numérique", aliases: []),
      CodeEntry(
        code: "e_petitions", en: "E-petitions",
        es: "Peticiones electrónicas",
        fr: "Pétitions électroniques", aliases: []),
      CodeEntry(
        code: "elections_political_finance", en: "Elections & Political Finance",
        es: "Elecciones y finanzas políticas",
        fr: "Élections et finances politiques", aliases: []),
      CodeEntry(
        code: "fiscal_openness", en: "Fiscal Openness",
        es: "Apertura fiscal",
        fr: "Ouverture budgétaire", aliases: []),
      CodeEntry(
        code: "governance", en: "Governance",
        es: "Gobernanza",
        fr: "Gouvernance", aliases: []),
      CodeEntry(
        code: "inclusion", en: "Inclusion",
        es: "Inclusión",
        fr: "Inclusion", aliases: []),
      CodeEntry(
        code: "legislative_openness", en: "Legislative Openness",
        es: "Apertura legislativa",
        fr: "Ouverture législative", aliases: []),
      CodeEntry(
        code: "lobbying", en: "Lobbying",
        es: "Cabildeo",
        fr: "Lobbyisme", aliases: []),
      CodeEntry(
        code: "open_contracting", en: "Open Contracting",
        es: "Contratación abierta y adquisiciones públicas",
        fr: "Processus ouvert d’octroi de contrats et marchés publics", aliases: []),
      CodeEntry(
        code: "open_data", en: "Open Data",
        es: "Datos abiertos",
        fr: "Données ouvertes", aliases: []),
      CodeEntry(
        code: "public_procurement", en: "Public Procurement",
        es: "Adquisiciones públicas",
        fr: "Marchés publics", aliases: []),
      CodeEntry(
        code: "regulatory_governance", en: "Regulatory Governance",
        es: "Gobernanza regulatoria",
        fr: "Gouvernance réglementaire", aliases: ["Regulatory"]),
      CodeEntry(
        code: "right_to_information", en: "Right to Information",
        es: "Derecho a la información",
        fr: "Droit à l’information", aliases: []),
      CodeEntry(
        code: "safety_nets", en: "Safety Nets & Economic Inclusion",
        es: "Redes de protección social e inclusión económica",
        fr: "Filets de sécurité et inclusion économique",
        aliases: ["Safety Nets and Economic Inclusion"]),
      CodeEntry(
        code: "social_accountability", en: "Social Accountability",
        es: "Responsabilidad social",
        fr: "Responsabilité sociale", aliases: []),
      CodeEntry(
        code: "stimulus_recovery", en: "Stimulus and Economic Recovery",
        es: "Estímulo y recuperación económica",
        fr: "Stimulus et relance économique", aliases: []),
      CodeEntry(
        code: "tax", en: "Tax",
        es: "Impuestos",
        fr: "Impôt", aliases: []),
      CodeEntry(
        code: "whistleblower_protection", en: "Whistleblower Protection",
        es: "Protección de denunciantes",
        fr: "Protection des dénonciateurs", aliases: []),
      CodeEntry(
        code: "other", en: "Other/NA",
        es: "Otra",
        fr: "Autre", aliases: ["Other"]),
    ])

  /// Sectors (Annex 2, field 12).
  public static let sector = CodeList(
    name: "sector",
    entries: [
      CodeEntry(
        code: "aid", en: "Aid",
        es: "Cooperación internacional",
        fr: "Aide internationale", aliases: []),
      CodeEntry(
        code: "citizenship_immigration", en: "Citizenship & Immigration",
        es: "Ciudadanía e inmigración",
        fr: "Citoyenneté et immigration", aliases: []),
      CodeEntry(
        code: "cross_sectoral", en: "Cross-sectoral",
        es: "Intersectorial",
        fr: "Intersectoriel", aliases: []),
      CodeEntry(
        code: "education", en: "Education",
        es: "Educación",
        fr: "Éducation", aliases: []),
      CodeEntry(
        code: "environment_climate", en: "Environment & Climate",
        es: "Ambiente y clima",
        fr: "Environnement et climat", aliases: []),
      CodeEntry(
        code: "extractive_industries", en: "Extractive Industries",
        es: "Industrias extractivas",
        fr: "Industries extractives", aliases: []),
      CodeEntry(
        code: "health_nutrition", en: "Health & Nutrition",
        es: "Salud y nutrición",
        fr: "Santé et nutrition", aliases: []),
      CodeEntry(
        code: "infrastructure_transport", en: "Infrastructure & Transport",
        es: "Infraestructura y transporte",
        fr: "Infrastructure et transport", aliases: []),
      CodeEntry(
        code: "justice", en: "Justice",
        es: "Justicia",
        fr: "Justice", aliases: []),
      CodeEntry(
        code: "land_spatial_planning", en: "Land & Spatial Planning",
        es: "Territorio y planeación espacial",
        fr: "Aménagement du territoire et de l’espace", aliases: []),
      CodeEntry(
        code: "legislature", en: "Legislature",
        es: "Legislatura",
        fr: "Pouvoir législatif", aliases: []),
      CodeEntry(
        code: "media_telecommunications", en: "Media and Telecommunications",
        es: "Medios y telecomunicaciones",
        fr: "Médias et télécommunications", aliases: []),
      CodeEntry(
        code: "policing_corrections", en: "Policing & Corrections",
        es: "Policía y sistema penitenciario",
        fr: "Police et services correctionnels", aliases: []),
      CodeEntry(
        code: "private_sector", en: "Private Sector",
        es: "Sector privado",
        fr: "Secteur privé", aliases: []),
      CodeEntry(
        code: "public_services", en: "Public Services (general)",
        es: "Servicios públicos (en general)",
        fr: "Services publics (général)", aliases: []),
      CodeEntry(
        code: "science_technology", en: "Science & Technology",
        es: "Ciencia y tecnología",
        fr: "Science & technologie", aliases: []),
      CodeEntry(
        code: "security_public_safety", en: "Security and Public Safety",
        es: "Seguridad y protección pública",
        fr: "Sécurité et sécurité publique", aliases: []),
      CodeEntry(
        code: "water_sanitation", en: "Water, Sanitation, and Hygiene",
        es: "Agua, saneamiento e higiene",
        fr: "Eau, assainissement et hygiène", aliases: []),
      CodeEntry(
        code: "other", en: "Other/NA",
        es: "Otro",
        fr: "Autre", aliases: ["Other"]),
    ])

  /// OGP values (Annex 2, field 13).
  public static let value = CodeList(
    name: "value",
    entries: [
      CodeEntry(
        code: "access_to_information", en: "Access to information",
        es: "Acceso a la información",
        fr: "Accès à l’information", aliases: []),
      CodeEntry(
        code: "civic_participation", en: "Civic Participation",
        es: "Participación ciudadana",
        fr: "Participation publique", aliases: []),
      CodeEntry(
        code: "public_accountability", en: "Public Accountability",
        es: "Rendición de cuentas",
        fr: "Redevabilité publique", aliases: []),
      CodeEntry(
        code: "technology_innovation",
        en: "Technology and Innovation for Transparency and Accountability",
        es: "Tecnología e innovación para la transparencia y la rendición de cuentas",
        fr: "Technologie et innovation pour la transparence et la redevabilité", aliases: []),
    ])

  /// What a tracker report says (Annex 2, field 17).
  public static let trackerStatus = CodeList(
    name: "tracker_status",
    entries: [
      CodeEntry(
        code: "not_started", en: "Not started",
        es: "No iniciado",
        fr: "Pas commencé", aliases: []),
      CodeEntry(
        code: "in_progress", en: "In progress",
        es: "En curso",
        fr: "En cours", aliases: []),
      CodeEntry(
        code: "stuck", en: "Stuck",
        es: "Atascado",
        fr: "Bloqué", aliases: []),
      CodeEntry(
        code: "finished", en: "Finished",
        es: "Terminado",
        fr: "Terminé", aliases: []),
      CodeEntry(
        code: "incomplete", en: "Incomplete",
        es: "Incompleto",
        fr: "Incomplet", aliases: []),
    ])

  /// Yes, partially, no (Annex 2, field 15).
  public static let resourcesSecured = CodeList(
    name: "resources_secured",
    entries: [
      CodeEntry(
        code: "yes", en: "Yes",
        es: "Sí",
        fr: "Oui", aliases: []),
      CodeEntry(
        code: "partially", en: "Partially",
        es: "Parcial",
        fr: "Partiellement", aliases: []),
      CodeEntry(
        code: "no", en: "No",
        es: "No",
        fr: "Non", aliases: []),
    ])

  /// Levels of completion.
  public static let completion = CodeList(
    name: "completion",
    entries: [
      CodeEntry(
        code: "no_evidence", en: "No evidence available",
        es: "Sin evidencia disponible",
        fr: "Aucune preuve disponible", aliases: []),
      CodeEntry(
        code: "not_started", en: "Not started",
        es: "No iniciado",
        fr: "Non commencé", aliases: []),
      CodeEntry(
        code: "limited", en: "Limited",
        es: "Limitado",
        fr: "Limité", aliases: []),
      CodeEntry(
        code: "substantial", en: "Substantial",
        es: "Sustancial",
        fr: "Substantiel", aliases: []),
      CodeEntry(
        code: "complete", en: "Complete",
        es: "Completo",
        fr: "Complet", aliases: ["Completed"]),
    ])

  /// Levels of early results.
  public static let earlyResults = CodeList(
    name: "early_results",
    entries: [
      CodeEntry(
        code: "worsened", en: "Worsened",
        es: "Empeoró",
        fr: "Dégradé", aliases: []),
      CodeEntry(
        code: "did_not_change", en: "Did not change",
        es: "No cambió",
        fr: "Aucun changement", aliases: []),
      CodeEntry(
        code: "marginal", en: "Marginal",
        es: "Marginal",
        fr: "Marginal", aliases: []),
      CodeEntry(
        code: "major", en: "Major",
        es: "Considerable",
        fr: "Majeur", aliases: []),
      CodeEntry(
        code: "outstanding", en: "Outstanding",
        es: "Excepcional",
        fr: "Exceptionnel", aliases: []),
    ])

  /// Levels of potential impact.
  public static let potentialImpact = CodeList(
    name: "potential_impact",
    entries: [
      CodeEntry(
        code: "none", en: "None",
        es: "Ninguno",
        fr: "Aucun", aliases: []),
      CodeEntry(
        code: "minor", en: "Minor",
        es: "Menor",
        fr: "Mineur", aliases: []),
      CodeEntry(
        code: "moderate", en: "Moderate",
        es: "Moderado",
        fr: "Modéré", aliases: []),
      CodeEntry(
        code: "transformative", en: "Transformative",
        es: "Transformador",
        fr: "Transformateur", aliases: []),
    ])

  /// OGP's own regions.
  public static let region = CodeList(
    name: "region",
    entries: [
      CodeEntry(
        code: "africa_middle_east", en: "Africa and the Middle East",
        es: "África y Medio Oriente",
        fr: "Afrique et Moyen-Orient", aliases: []),
      CodeEntry(
        code: "americas", en: "Americas",
        es: "Américas",
        fr: "Amériques", aliases: []),
      CodeEntry(
        code: "asia_pacific", en: "Asia and the Pacific",
        es: "Asia y el Pacífico",
        fr: "Asie et Pacifique", aliases: ["Asia Pacific", "Asia-Pacific"]),
      CodeEntry(
        code: "europe", en: "Europe",
        es: "Europa",
        fr: "Europe", aliases: []),
    ])

  /// Kinds of jurisdiction.
  public static let kind = CodeList(
    name: "kind",
    entries: [
      CodeEntry(
        code: "city", en: "City",
        es: "Ciudad",
        fr: "Ville", aliases: []),
      CodeEntry(
        code: "municipality", en: "Municipality",
        es: "Municipio",
        fr: "Municipalité", aliases: []),
      CodeEntry(
        code: "county", en: "County",
        es: "Condado",
        fr: "Comté", aliases: []),
      CodeEntry(
        code: "district", en: "District",
        es: "Distrito",
        fr: "District", aliases: []),
      CodeEntry(
        code: "province", en: "Province",
        es: "Provincia",
        fr: "Province", aliases: []),
      CodeEntry(
        code: "region", en: "Region",
        es: "Región",
        fr: "Région", aliases: []),
      CodeEntry(
        code: "state", en: "State",
        es: "Estado",
        fr: "État", aliases: []),
      CodeEntry(
        code: "national", en: "National government",
        es: "Gobierno nacional",
        fr: "Gouvernement national", aliases: []),
      CodeEntry(
        code: "other", en: "Other jurisdiction",
        es: "Otra jurisdicción",
        fr: "Autre juridiction", aliases: []),
    ])

  /// Kinds of monitoring body.
  public static let monitoringBody = CodeList(
    name: "monitoring_body",
    entries: [
      CodeEntry(
        code: "oversight_body", en: "Independent oversight body",
        es: "Institución supervisora independiente",
        fr: "Institution de surveillance indépendante", aliases: []),
      CodeEntry(
        code: "academic", en: "Research or academic institution",
        es: "Institución académica o de investigación",
        fr: "Institution de recherche ou universitaire", aliases: []),
      CodeEntry(
        code: "civil_society", en: "Civil society organization",
        es: "Organización de la sociedad civil",
        fr: "Organisation de la société civile", aliases: []),
      CodeEntry(
        code: "forum", en: "Body within the co-creation forum",
        es: "Mecanismo dentro del foro de cocreación",
        fr: "Mécanisme au sein du forum de co-création", aliases: []),
      CodeEntry(
        code: "independent_expert", en: "Independent expert",
        es: "Experto independiente",
        fr: "Expert indépendant", aliases: []),
      CodeEntry(
        code: "peer", en: "Peer member",
        es: "Miembro par",
        fr: "Membre pair", aliases: []),
      CodeEntry(
        code: "other", en: "Other",
        es: "Otro",
        fr: "Autre", aliases: []),
    ])

  /// Phases of a plan.
  public static let phase = CodeList(
    name: "phase",
    entries: [
      CodeEntry(
        code: "co_creation", en: "Co-creation",
        es: "Cocreación",
        fr: "Co-création", aliases: ["Cocreation"]),
      CodeEntry(
        code: "implementation", en: "Implementation",
        es: "Implementación",
        fr: "Mise en œuvre", aliases: []),
    ])

  /// Requirements of §3.3.1.
  public static let requirement = CodeList(
    name: "requirement",
    entries: [
      CodeEntry(
        code: "forum", en: "Forum",
        es: "Foro",
        fr: "Forum", aliases: []),
      CodeEntry(
        code: "regularity", en: "Regularity",
        es: "Regularidad",
        fr: "Régularité", aliases: []),
      CodeEntry(
        code: "multi_stakeholder", en: "Multi-stakeholder",
        es: "Multiactor",
        fr: "Multi-acteurs", aliases: []),
      CodeEntry(
        code: "endorsement", en: "Endorsement",
        es: "Respaldo",
        fr: "Approbation", aliases: []),
    ])

  /// Practices of §3.3.2.
  public static let practice = CodeList(
    name: "practice",
    entries: [
      CodeEntry(
        code: "process_transparency", en: "Process transparency",
        es: "Transparencia del proceso",
        fr: "Transparence du processus", aliases: []),
      CodeEntry(
        code: "documentation_in_advance", en: "Documentation in advance",
        es: "Documentación previa",
        fr: "Documentation à l’avance", aliases: []),
      CodeEntry(
        code: "awareness_raising", en: "Awareness-raising",
        es: "Sensibilización",
        fr: "Sensibilisation", aliases: []),
      CodeEntry(
        code: "inclusiveness", en: "Inclusiveness",
        es: "Inclusivo",
        fr: "Inclusivité", aliases: []),
      CodeEntry(
        code: "communication_channels", en: "Communication channels",
        es: "Canales de comunicación",
        fr: "Canaux de communication", aliases: []),
      CodeEntry(
        code: "record_keeping", en: "Record keeping",
        es: "Registro",
        fr: "Tenue d’un référentiel", aliases: []),
      CodeEntry(
        code: "feedback", en: "Feedback",
        es: "Retroalimentación",
        fr: "Rétroaction", aliases: []),
      CodeEntry(
        code: "collaboration", en: "Collaborate",
        es: "Colaborar",
        fr: "Collaborer", aliases: []),
    ])

  /// Membership statuses of §4.
  public static let status = CodeList(
    name: "status",
    entries: [
      CodeEntry(
        code: "active", en: "Active",
        es: "Activo",
        fr: "Actif", aliases: []),
      CodeEntry(
        code: "inactive", en: "Inactive",
        es: "Inactivo",
        fr: "Inactif", aliases: []),
      CodeEntry(
        code: "inactive_voluntary", en: "Inactive (voluntary)",
        es: "Inactivo (voluntario)",
        fr: "Inactif (volontaire)", aliases: []),
      CodeEntry(
        code: "probation", en: "Probation",
        es: "A prueba",
        fr: "Probation", aliases: []),
      CodeEntry(
        code: "revoked", en: "Membership revoked",
        es: "Membresía revocada",
        fr: "Adhésion révoquée", aliases: []),
      CodeEntry(
        code: "withdrawn", en: "Withdrawn",
        es: "Retirado",
        fr: "Retiré", aliases: []),
    ])

  /// Kinds of event.
  public static let event = CodeList(
    name: "event",
    entries: [
      CodeEntry(
        code: "extension_granted", en: "Extension granted",
        es: "Prórroga concedida",
        fr: "Prolongation accordée", aliases: []),
      CodeEntry(
        code: "voluntary_inactivity", en: "Voluntary inactivity",
        es: "Inactividad voluntaria",
        fr: "Inactivité volontaire", aliases: []),
      CodeEntry(
        code: "resumed", en: "Activities resumed",
        es: "Actividades reanudadas",
        fr: "Activités reprises", aliases: []),
      CodeEntry(
        code: "co_creation_started", en: "Co-creation started",
        es: "Cocreación iniciada",
        fr: "Co-création commencée", aliases: []),
      CodeEntry(
        code: "requirement_met", en: "Requirement met",
        es: "Requisito cumplido",
        fr: "Exigence satisfaite", aliases: []),
      CodeEntry(
        code: "civic_space_concern", en: "Civic space concern",
        es: "Preocupación sobre el espacio cívico",
        fr: "Préoccupation relative à l’espace civique", aliases: []),
      CodeEntry(
        code: "withdrew", en: "Withdrew",
        es: "Se retiró",
        fr: "S’est retiré", aliases: []),
    ])

  /// Levels of specificity.
  public static let specificity = CodeList(
    name: "specificity",
    entries: [
      CodeEntry(
        code: "none", en: "None",
        es: "Ninguna",
        fr: "Aucune", aliases: []),
      CodeEntry(
        code: "low", en: "Low",
        es: "Baja",
        fr: "Faible", aliases: []),
      CodeEntry(
        code: "medium", en: "Medium",
        es: "Media",
        fr: "Moyenne", aliases: []),
      CodeEntry(
        code: "high", en: "High",
        es: "Alta",
        fr: "Élevée", aliases: []),
    ])

  /// Every built-in list, in the order of taxonomy.csv.
  public static var builtIn: [CodeList] {
    [
      .policyArea, .sector, .value, .trackerStatus, .resourcesSecured, .completion,
      .earlyResults, .potentialImpact, .region, .kind, .monitoringBody, .phase,
      .requirement, .practice, .status, .event, .specificity,
    ]
  }
}
