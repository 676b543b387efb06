// The labels of taxonomy.csv; `TaxonomyTests` holds them against that file. Here what a
// commitment is about; its assessment and its members in the files beside this one.

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

  /// Every built-in list, in the order of taxonomy.csv.
  public static var builtIn: [CodeList] {
    [
      .policyArea, .sector, .value, .trackerStatus, .resourcesSecured, .completion,
      .earlyResults, .potentialImpact, .region, .kind, .monitoringBody, .phase,
      .requirement, .practice, .status, .event, .specificity,
    ]
  }
}
